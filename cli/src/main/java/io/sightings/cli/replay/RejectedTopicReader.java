package io.sightings.cli.replay;

import io.sightings.contract.RejectedFrame;
import io.sightings.contract.codec.MalformedMessageException;
import io.sightings.contract.codec.TypedTopic;
import io.sightings.toolkit.console.CommandFailure;
import io.sightings.toolkit.topics.KafkaAccess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the rejected frames that are there now: what is rejected meanwhile is for the next time.
 */
final class RejectedTopicReader {
  private static final Logger LOG = LoggerFactory.getLogger(RejectedTopicReader.class);
  private static final Duration POLL = Duration.ofMillis(500);

  private final KafkaAccess broker;
  private final TypedTopic<RejectedFrame> topic;

  RejectedTopicReader(KafkaAccess broker, TypedTopic<RejectedFrame> topic) {
    this.broker = broker;
    this.topic = topic;
  }

  /**
   * @return how many records are no rejected frames, and were left out
   * @throws CommandFailure if there is no such topic
   */
  int forEach(Consumer<StoredRejection> to) {
    int unreadable = 0;
    try (KafkaConsumer<byte[], byte[]> consumer = broker.consumer()) {
      List<TopicPartition> partitions = partitions(consumer);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<byte[], byte[]> read : consumer.poll(POLL)) {
          TopicPartition partition = new TopicPartition(read.topic(), read.partition());
          if (read.offset() < ends.getOrDefault(partition, 0L)) {
            unreadable += hand(read, to) ? 0 : 1;
          }
        }
      }
    }
    return unreadable;
  }

  private boolean hand(ConsumerRecord<byte[], byte[]> read, Consumer<StoredRejection> to) {
    try {
      to.accept(StoredRejection.read(topic, read));
      return true;
    } catch (MalformedMessageException e) {
      LOG.warn(
          "{}-{} offset {}: {}", read.topic(), read.partition(), read.offset(), e.getMessage());
      return false;
    }
  }

  private List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
    List<PartitionInfo> known = consumer.partitionsFor(topic.name());
    if (known == null || known.isEmpty()) {
      throw CommandFailure.environment(
          "The broker at "
              + broker.bootstrap()
              + " has no topic "
              + topic.name()
              + ": name the"
              + " job's with --from TOPIC.",
          null);
    }
    return known.stream().map(p -> new TopicPartition(p.topic(), p.partition())).toList();
  }
}
