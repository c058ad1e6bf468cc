package io.sightings.kafka;

import java.util.List;
import java.util.Map;

/**
 * A topic as it should be created.
 *
 * @param configs topic settings by their Kafka names
 */
public record TopicPlan(String name, int partitions, Map<String, String> configs) {
  /** A frame of 8 MiB and its headers. */
  public static final int MAX_MESSAGE_BYTES = 9 << 20;

  /** What a verdict may add to the headers of a frame that is as large as a frame may be. */
  public static final int VERDICT_BYTES = 64 << 10;

  /** A sighting, an alert or a person. Kafka's default, which a broker may have been set below. */
  public static final int MAX_RECORD_BYTES = 1_048_588;

  private static final String LIMIT = "max.message.bytes";

  public TopicPlan {
    configs = Map.copyOf(configs);
  }

  /** For records without images. */
  public static TopicPlan of(String name, int partitions) {
    return new TopicPlan(name, partitions, Map.of(LIMIT, Integer.toString(MAX_RECORD_BYTES)));
  }

  /** For records that carry an image. */
  public static TopicPlan images(String name, int partitions) {
    return new TopicPlan(name, partitions, Map.of(LIMIT, Integer.toString(MAX_MESSAGE_BYTES)));
  }

  /** For records that carry an image and what was wrong with it. */
  public static TopicPlan rejected(String name, int partitions) {
    String largest = Integer.toString(MAX_MESSAGE_BYTES + VERDICT_BYTES);
    return new TopicPlan(name, partitions, Map.of(LIMIT, largest));
  }

  /** For records of which only the last of each key counts. */
  public static TopicPlan compacted(String name, int partitions) {
    return new TopicPlan(
        name,
        partitions,
        Map.of("cleanup.policy", "compact", LIMIT, Integer.toString(MAX_RECORD_BYTES)));
  }

  /**
   * For records of which only the last of each key counts, and which are replaced many times a
   * second: small segments are compacted within minutes, since every starting reader reads all of
   * them.
   */
  public static TopicPlan shortCompacted(String name) {
    return new TopicPlan(
        name,
        1,
        Map.of(
            "cleanup.policy", "compact",
            "segment.bytes", Integer.toString(1 << 20),
            "segment.ms", "600000",
            "min.cleanable.dirty.ratio", "0.01",
            "delete.retention.ms", "600000"));
  }

  /** All topics of the product under their default names. */
  public static List<TopicPlan> all(int partitions) {
    return List.of(
        images("frames", partitions),
        rejected("frames.rejected", partitions),
        of("sightings", partitions),
        of("alerts", partitions),
        compacted("people", 1),
        shortCompacted("frames.attempts"));
  }
}
