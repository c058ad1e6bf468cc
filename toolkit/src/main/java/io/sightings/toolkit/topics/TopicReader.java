package io.sightings.toolkit.topics;

import io.sightings.contract.codec.KafkaMessages;
import io.sightings.contract.codec.MalformedMessageException;
import io.sightings.contract.codec.TypedTopic;
import io.sightings.toolkit.console.CommandFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a whole topic, all partitions, committed records only. For one thread; {@link #wakeup} may
 * be called by any.
 */
public final class TopicReader<T> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);
  private static final Duration NEW_TOPIC_WITHIN = Duration.ofSeconds(3);

  private final TypedTopic<T> topic;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;

  private TopicReader(
      TypedTopic<T> topic,
      KafkaConsumer<byte[], byte[]> consumer,
      List<TopicPartition> partitions) {
    this.topic = topic;
    this.consumer = consumer;
    this.partitions = partitions;
  }

  /**
   * Starts at the first record.
   *
   * @throws CommandFailure if there is no such topic
   */
  public static <T> TopicReader<T> fromBeginning(KafkaAccess broker, TypedTopic<T> topic) {
    TopicReader<T> reader = open(broker, topic);
    reader.consumer.seekToBeginning(reader.partitions);
    return reader;
  }

  /**
   * Starts behind the last record.
   *
   * @throws CommandFailure if there is no such topic
   */
  public static <T> TopicReader<T> fromEnd(KafkaAccess broker, TypedTopic<T> topic) {
    TopicReader<T> reader = open(broker, topic);
    reader.consumer.seekToEnd(reader.partitions);
    // Seeking is lazy: without this, what is written before the first poll would be skipped.
    reader.partitions.forEach(reader.consumer::position);
    return reader;
  }

  private static <T> TopicReader<T> open(KafkaAccess broker, TypedTopic<T> topic) {
    KafkaConsumer<byte[], byte[]> consumer = broker.consumer();
    List<PartitionInfo> known = partitions(consumer, topic.name());
    if (known.isEmpty()) {
      consumer.close(CloseOptions.timeout(CLOSE_WITHIN));
      throw CommandFailure.environment(
          "The broker at "
              + broker.bootstrap()
              + " has no topic "
              + topic.name()
              + ": start the job, or name another broker with --bootstrap.",
          null);
    }
    List<TopicPartition> partitions =
        known.stream().map(p -> new TopicPartition(p.topic(), p.partition())).toList();
    consumer.assign(partitions);
    return new TopicReader<>(topic, consumer, partitions);
  }

  /** A topic just created takes a moment to be known to the broker that is asked. */
  private static List<PartitionInfo> partitions(
      KafkaConsumer<byte[], byte[]> consumer, String topic) {
    long end = System.nanoTime() + NEW_TOPIC_WITHIN.toNanos();
    List<PartitionInfo> known = consumer.partitionsFor(topic);
    while ((known == null || known.isEmpty()) && System.nanoTime() < end) {
      LockSupport.parkNanos(NEW_TOPIC_WITHIN.toNanos() / 30);
      known = consumer.partitionsFor(topic);
    }
    return known == null ? List.of() : known;
  }

  /**
   * What has arrived; waits for something until {@code patience} is over. Records that cannot be
   * read are logged and left out.
   *
   * @throws org.apache.kafka.common.errors.WakeupException after {@link #wakeup}
   */
  public List<T> poll(Duration patience) {
    List<T> things = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> read : consumer.poll(patience)) {
      try {
        things.add(topic.codec().decode(KafkaMessages.from(read)));
      } catch (MalformedMessageException e) {
        LOG.warn(
            "{} partition {} offset {}: {}",
            read.topic(),
            read.partition(),
            read.offset(),
            e.getMessage());
      }
    }
    return things;
  }

  /** Whether everything committed by now has been polled. */
  public boolean atEnd() {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    return ends.entrySet().stream().allMatch(e -> consumer.position(e.getKey()) >= e.getValue());
  }

  /** Ends the current or next poll. */
  public void wakeup() {
    consumer.wakeup();
  }

  @Override
  public void close() {
    consumer.close(CloseOptions.timeout(CLOSE_WITHIN));
  }
}
