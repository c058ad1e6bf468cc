package io.sightings.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.sightings.contract.CaptureClock;
import io.sightings.contract.FrameType;
import io.sightings.contract.KafkaMessage;
import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the headers of one frame mean. */
final class FrameHeaders {
  /** No image format read here has a longer side. */
  private static final int MAX_SIDE = 65_535;

  /** A frame is captured between these; anything else is a broken clock or a broken header. */
  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
  private static final Pattern IMAGE_MEDIA_TYPE =
      Pattern.compile("image/[a-z0-9][a-z0-9.+-]*(\\s*;.*)?", Pattern.CASE_INSENSITIVE);

  private final KafkaMessage message;
  private final RecordHeaders headers;

  FrameHeaders(KafkaMessage message) {
    this.message = message;
    this.headers = new RecordHeaders(message.headers());
  }

  void expect(String name, String value) throws MalformedMessageException {
    headers.expect(name, value);
  }

  FrameType type() throws MalformedMessageException {
    FrameType type = headers.oneOf("ce_type", FrameType.values(), FrameType::eventType);
    byte[] value = message.value();
    if (type != FrameType.IMAGE && value != null && value.length > 0) {
      throw headers.wrong(
          "ce_type", FrameType.IMAGE.eventType() + " for a value of " + value.length + " bytes");
    }
    return type;
  }

  SourceInfo source() throws MalformedMessageException {
    SourceKind kind = headers.oneOf("ce_sourcekind", SourceKind.values(), FrameCodec::text);
    return new SourceInfo(
        sourceId(), kind, headers.text("ce_location", TextLimits.MAX_TEXT), labels());
  }

  String epoch() throws MalformedMessageException {
    return headers.identifier("ce_epoch");
  }

  long sequence() throws MalformedMessageException {
    return headers.number("ce_sequence", 0, Long.MAX_VALUE);
  }

  int side(String name) throws MalformedMessageException {
    return (int) headers.number(name, 1, MAX_SIDE);
  }

  /** CloudEvents does not demand it, and the bytes tell it too; but it must not contradict them. */
  @Nullable String imageMediaType() throws MalformedMessageException {
    String found = headers.text("content-type", TextLimits.MAX_ATTRIBUTE);
    if (found != null && !IMAGE_MEDIA_TYPE.matcher(found).matches()) {
      throw headers.wrong("content-type", "a media type such as image/jpeg");
    }
    return found;
  }

  @Nullable String subject() throws MalformedMessageException {
    return headers.text("ce_subject", TextLimits.MAX_TEXT);
  }

  Instant time() throws MalformedMessageException {
    return time("ce_time");
  }

  /** When a source that sees again was last known to see. */
  Instant blindFrom() throws MalformedMessageException {
    Instant from = time("ce_blindfrom");
    if (from.isAfter(time())) {
      throw headers.wrong("ce_blindfrom", "a time before that of ce_time");
    }
    return from;
  }

  /** Null if no header states it. */
  @Nullable CaptureClock clock() throws MalformedMessageException {
    return headers.optional("ce_clock") == null
        ? null
        : headers.oneOf("ce_clock", CaptureClock.values(), FrameCodec::text);
  }

  private Instant time(String name) throws MalformedMessageException {
    String allowed = "an ISO-8601 UTC time from " + EARLIEST + " to " + LATEST;
    String found = headers.required(name, allowed);
    try {
      Instant time = Instant.parse(found);
      if (!time.isBefore(EARLIEST) && time.isBefore(LATEST)) {
        return time;
      }
    } catch (DateTimeParseException e) {
      throw headers.wrong(name, allowed, e);
    }
    throw headers.wrong(name, allowed);
  }

  private String sourceId() throws MalformedMessageException {
    String allowed = CloudEvent.SOURCE_PREFIX + SourceInfo.ID_PATTERN;
    String found = headers.required("ce_source", allowed);
    String id =
        found.startsWith(CloudEvent.SOURCE_PREFIX)
            ? found.substring(CloudEvent.SOURCE_PREFIX.length())
            : "";
    if (!SourceInfo.isValidId(id)) {
      throw headers.wrong("ce_source", allowed);
    }
    String key = message.key() == null ? null : new String(message.key(), UTF_8);
    if (!id.equals(key)) {
      String is = key == null ? "missing" : "\"" + UntrustedText.shown(key) + "\"";
      throw new MalformedMessageException(
          "the key is " + is + ", allowed is the source's id \"" + id + "\"");
    }
    return id;
  }

  private Map<String, String> labels() throws MalformedMessageException {
    String allowed = "a JSON object of texts";
    String found = headers.optional("ce_labels");
    if (found == null) {
      return Map.of();
    }
    if (found.length() > TextLimits.MAX_LABELS_JSON) {
      throw headers.wrong(
          "ce_labels", "a JSON object of at most " + TextLimits.MAX_LABELS_JSON + " characters");
    }
    JsonNode tree;
    try {
      tree = Json.read(found.getBytes(UTF_8), JsonNode.class);
    } catch (MalformedMessageException e) {
      throw headers.wrong("ce_labels", allowed, e);
    }
    Map<String, String> labels = new HashMap<>();
    for (Map.Entry<String, JsonNode> label : tree.properties()) {
      if (label.getValue().isTextual()) {
        labels.put(
            UntrustedText.printable(label.getKey()),
            UntrustedText.printable(label.getValue().textValue()));
      }
    }
    if (!tree.isObject() || labels.size() < tree.size()) {
      throw headers.wrong("ce_labels", allowed);
    }
    if (labels.size() > TextLimits.MAX_LABELS) {
      throw headers.wrong("ce_labels", "at most " + TextLimits.MAX_LABELS + " labels");
    }
    return labels;
  }
}
