package io.sightings.ingest;

import io.sightings.contract.Frame;
import io.sightings.contract.codec.KafkaMessages;
import io.sightings.contract.codec.SightingsTopics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What is on a frames topic now. */
public record PublishedFrames(String bootstrap, String topic) {

  /**
   * Waits until they are as many as that, or more.
   *
   * @param over tells when they become no more
   */
  void await(long frames, Callable<Boolean> over) throws Exception {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      List<TopicPartition> partitions = partitions(consumer);
      Eventually.holds(
          frames + " frames on " + topic,
          () -> count(consumer, partitions) >= frames || over.call());
    }
  }

  private static long count(
      KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
    return consumer.endOffsets(partitions).values().stream().mapToLong(end -> end).sum();
  }

  public List<Frame> read() throws Exception {
    List<Frame> frames = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      List<TopicPartition> partitions = partitions(consumer);
      consumer.assign(partitions);
      long left = count(consumer, partitions);
      while (frames.size() < left) {
        for (ConsumerRecord<byte[], byte[]> found : consumer.poll(Duration.ofMillis(200))) {
          frames.add(SightingsTopics.FRAMES.codec().decode(KafkaMessages.from(found)));
        }
      }
    }
    return frames;
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    Map<String, Object> config =
        Map.of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest");
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
    return consumer.partitionsFor(topic).stream()
        .map(p -> new TopicPartition(p.topic(), p.partition()))
        .toList();
  }
}
