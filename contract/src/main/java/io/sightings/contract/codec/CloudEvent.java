package io.sightings.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sightings.contract.KafkaMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * CloudEvents 1.0 in the binary mode of its Kafka protocol binding: attributes are headers named
 * "ce_…", the media type is the header "content-type", the value is the data itself. All header
 * values are UTF-8 texts.
 */
final class CloudEvent {
  static final String SOURCE_PREFIX = "/sources/";

  private CloudEvent() {}

  static List<KafkaMessage.Header> headers(
      String id,
      String source,
      String type,
      Instant time,
      @Nullable String subject,
      @Nullable String contentType) {
    List<KafkaMessage.Header> headers = new ArrayList<>(14);
    add(headers, "ce_specversion", "1.0");
    add(headers, "ce_id", id);
    add(headers, "ce_source", SOURCE_PREFIX + source);
    add(headers, "ce_type", type);
    add(headers, "ce_time", time.toString());
    add(headers, "ce_subject", subject);
    add(headers, "content-type", contentType);
    return headers;
  }

  /** Leaves out what is empty: CloudEvents has no empty attributes. */
  static void add(List<KafkaMessage.Header> headers, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      headers.add(new KafkaMessage.Header(name, UntrustedText.printable(value).getBytes(UTF_8)));
    }
  }
}
