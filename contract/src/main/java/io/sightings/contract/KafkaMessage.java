package io.sightings.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka record without a topic.
 *
 * @param key may be null
 * @param value may be null; never copied
 * @param headers in their order; names may repeat
 * @param timestamp when it was published, in milliseconds since 1970, or -1 for "now". Never the
 *     time of what it tells: brokers delete by it, and would delete a recording of last year at
 *     once
 */
public record KafkaMessage(
    byte[] key, byte @Nullable [] value, List<Header> headers, long timestamp) {
  public static final long NOW = -1;

  public KafkaMessage {
    headers = headers == null ? List.of() : headers;
  }

  /** A header; the value may be null. */
  public record Header(String name, byte @Nullable [] value) {}
}
