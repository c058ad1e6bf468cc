package io.sightings.benchmarks.live;

import io.sightings.cameras.clip.FrameNumber;
import io.sightings.contract.Frame;
import io.sightings.contract.FrameType;
import io.sightings.contract.codec.KafkaMessages;
import io.sightings.contract.codec.MalformedMessageException;
import io.sightings.contract.codec.SightingsTopics;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** All that is on the frames topic. */
final class FramesTopicReader {

  private FramesTopicReader() {}

  /**
   * A record.
   *
   * @param number the frame's visible number; -1 where there is none, or none was looked for
   */
  record Entry(
      String id, FrameType type, long sequence, Instant at, Instant blindFrom, int number) {}

  /**
   * @param numbers whether the pictures are decoded, and their numbers read
   * @return the records of each source, in their order
   */
  static Map<String, List<Entry>> read(String bootstrap, boolean numbers)
      throws IOException, MalformedMessageException {
    Map<String, List<Entry>> found = new TreeMap<>();
    Map<String, Object> settings =
        Map.of("bootstrap.servers", bootstrap, "max.partition.fetch.bytes", 16 << 20);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> parts = new ArrayList<>();
      for (PartitionInfo part : consumer.partitionsFor("frames")) {
        parts.add(new TopicPartition("frames", part.partition()));
      }
      consumer.assign(parts);
      consumer.seekToBeginning(parts);
      Map<TopicPartition, Long> ends = consumer.endOffsets(parts);
      while (parts.stream()
          .anyMatch(part -> consumer.position(part) < ends.getOrDefault(part, 0L))) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
          Frame frame = SightingsTopics.FRAMES.codec().decode(KafkaMessages.from(record));
          found
              .computeIfAbsent(frame.info().source().id(), id -> new ArrayList<>())
              .add(entry(frame, numbers));
        }
      }
    }
    return found;
  }

  private static Entry entry(Frame frame, boolean numbers) throws IOException {
    boolean image = frame.info().type() == FrameType.IMAGE;
    OptionalInt number = numbers && image ? FrameNumber.read(frame.image()) : OptionalInt.empty();
    return new Entry(
        frame.info().id(),
        frame.info().type(),
        frame.info().sequence(),
        frame.info().capturedAt(),
        frame.info().blindFrom(),
        number.orElse(-1));
  }
}
