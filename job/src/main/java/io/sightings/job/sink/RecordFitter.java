package io.sightings.job.sink;

import io.sightings.contract.KafkaMessage;
import io.sightings.contract.codec.TypedTopic;
import java.util.Optional;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes records fit into their topic before they are sent. A record that Kafka refuses fails the
 * job, which then reads the same frames again: one record would stop all sources for good.
 */
final class RecordFitter<T> {
  private static final Logger LOG = LoggerFactory.getLogger(RecordFitter.class);

  /** What Kafka's record format (version 2) puts around a batch of one record, and a header. */
  private static final int RECORD_BYTES = 128;

  private static final int HEADER_BYTES = 10;

  private final TypedTopic<T> topic;
  private final RecordReductions<T> reductions;
  private final int limit;
  private final Counter reduced;
  private final Counter tooLarge;

  /**
   * @param limit bytes of a record with its key and headers
   */
  RecordFitter(
      TypedTopic<T> topic, RecordReductions<T> reductions, int limit, MetricGroup metrics) {
    this.topic = topic;
    this.reductions = reductions;
    this.limit = limit;
    this.reduced = metrics.counter("recordsReduced");
    this.tooLarge = metrics.counter("recordsTooLarge");
  }

  /** The record, or as much of it as the topic takes; empty if it takes none of it. */
  Optional<T> fit(T record) {
    if (size(record) <= limit) {
      return Optional.of(record);
    }
    T smaller = record;
    for (RecordReductions.Step<T> step : reductions.steps()) {
      smaller = step.reduce(smaller);
      int size = size(smaller);
      if (size <= limit) {
        reduced.inc();
        LOG.warn(
            "A record for topic {} has {} bytes, the topic takes {}: it is sent without {}",
            topic.name(),
            size(record),
            limit,
            step.what());
        return Optional.of(smaller);
      }
    }
    tooLarge.inc();
    LOG.error(
        "A record for topic {} has {} bytes, the topic takes {}: it is left out. Raise the topic's"
            + " max.message.bytes",
        topic.name(),
        size(record),
        limit);
    return Optional.empty();
  }

  private int size(T record) {
    KafkaMessage message = topic.codec().encode(record);
    long size = RECORD_BYTES + length(message.key()) + length(message.value());
    for (KafkaMessage.Header header : message.headers()) {
      // A character of a name takes up to three bytes.
      size += HEADER_BYTES + 3L * header.name().length() + length(header.value());
    }
    return (int) Math.min(Integer.MAX_VALUE, size);
  }

  private static long length(byte @Nullable [] bytes) {
    return bytes == null ? 0 : bytes.length;
  }
}
