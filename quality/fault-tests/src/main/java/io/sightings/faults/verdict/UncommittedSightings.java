package io.sightings.faults.verdict;

import io.sightings.contract.Sighting;
import io.sightings.contract.SightingStatus;
import io.sightings.contract.codec.KafkaMessages;
import io.sightings.contract.codec.MalformedMessageException;
import io.sightings.contract.codec.SightingsTopics;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What is on the sightings topic, also in transactions that are open. Of one thread. */
public final class UncommittedSightings implements AutoCloseable {
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Set<String> closed = new HashSet<>();

  public UncommittedSightings(String bootstrap) {
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(SightingsTopics.SIGHTINGS.name()).stream()
            .map(known -> new TopicPartition(known.topic(), known.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** How many closed sightings a source has. */
  public long closed(String source) {
    for (ConsumerRecord<byte[], byte[]> read : consumer.poll(Duration.ofMillis(100))) {
      try {
        Sighting sighting = SightingsTopics.SIGHTINGS.codec().decode(KafkaMessages.from(read));
        if (sighting.status() == SightingStatus.CLOSED) {
          closed.add(sighting.source().id() + " " + sighting.id());
        }
      } catch (MalformedMessageException e) {
        throw new IllegalStateException("what the job publishes cannot be read", e);
      }
    }
    return closed.stream().filter(key -> key.startsWith(source + " ")).count();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
