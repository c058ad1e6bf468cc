package io.sightings.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.sightings.contract.FrameType;
import io.sightings.contract.SourceInfo;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The headers of one frame, each checked when asked for. The last header of a name counts. */
final class FrameHeaders {
  /** No image format read here has a longer side. */
  static final int MAX_SIDE = 65_535;

  /** A frame is captured between these; anything else is a broken clock or a broken header. */
  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
  private static final int LONGEST_SHOWN = 80;

  private final Map<String, String> values = new HashMap<>(32);
  private final byte[] key;

  FrameHeaders(Message message) {
    key = message.key();
    for (Message.Header header : message.headers()) {
      if (header.value() != null) {
        values.put(header.name(), new String(header.value(), UTF_8));
      }
    }
  }

  String optional(String name) {
    return values.get(name);
  }

  String required(String name) throws MalformedMessageException {
    String value = values.get(name);
    if (value == null) {
      throw new MalformedMessageException("header " + name + " is missing");
    }
    return value;
  }

  void expect(String name, String value) throws MalformedMessageException {
    String found = required(name);
    if (!found.equals(value)) {
      throw wrong(name, found, "\"" + value + "\"");
    }
  }

  FrameType type() throws MalformedMessageException {
    String found = required("ce_type");
    for (FrameType type : FrameType.values()) {
      if (type.eventType().equals(found)) {
        return type;
      }
    }
    throw wrong("ce_type", found, "io.sightings.frame.image, .heartbeat or .ended");
  }

  <E extends Enum<E>> E oneOf(String name, Class<E> choices) throws MalformedMessageException {
    String found = required(name);
    for (E choice : choices.getEnumConstants()) {
      if (choice.name().toLowerCase(Locale.ROOT).equals(found)) {
        return choice;
      }
    }
    throw wrong(name, found, Arrays.toString(choices.getEnumConstants()).toLowerCase(Locale.ROOT));
  }

  String sourceId() throws MalformedMessageException {
    String found = required("ce_source");
    String id =
        found.startsWith(CloudEvent.SOURCE_PREFIX)
            ? found.substring(CloudEvent.SOURCE_PREFIX.length())
            : "";
    if (!SourceInfo.isValidId(id)) {
      throw wrong("ce_source", found, "/sources/ and an id like " + SourceInfo.ID_PATTERN);
    }
    if (key == null || !id.equals(new String(key, UTF_8))) {
      throw new MalformedMessageException("the key is not the source id " + id);
    }
    return id;
  }

  String identifier(String name) throws MalformedMessageException {
    String found = required(name);
    if (!SourceInfo.isValidId(found)) {
      throw wrong(name, found, SourceInfo.ID_PATTERN);
    }
    return found;
  }

  long number(String name, long max) throws MalformedMessageException {
    String found = required(name);
    try {
      long number = Long.parseLong(found);
      if (number >= 0 && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new MalformedMessageException(text(name, found, "a whole number"), e);
    }
    throw wrong(name, found, "from 0 to " + max);
  }

  Instant time() throws MalformedMessageException {
    String found = required("ce_time");
    try {
      Instant time = Instant.parse(found);
      if (!time.isBefore(EARLIEST) && time.isBefore(LATEST)) {
        return time;
      }
    } catch (DateTimeParseException e) {
      throw new MalformedMessageException(text("ce_time", found, "an ISO-8601 UTC time"), e);
    }
    throw wrong("ce_time", found, "between " + EARLIEST + " and " + LATEST);
  }

  Map<String, String> labels() throws MalformedMessageException {
    String found = optional("ce_labels");
    if (found == null) {
      return Map.of();
    }
    JsonNode tree = Json.read(found.getBytes(UTF_8), JsonNode.class);
    if (!tree.isObject()) {
      throw wrong("ce_labels", found, "a JSON object of texts");
    }
    Map<String, String> labels = new HashMap<>();
    tree.fields().forEachRemaining(label -> labels.put(label.getKey(), label.getValue().asText()));
    return labels;
  }

  private static MalformedMessageException wrong(String name, String found, String allowed) {
    return new MalformedMessageException(text(name, found, allowed));
  }

  private static String text(String name, String found, String allowed) {
    String shown = found.length() > LONGEST_SHOWN ? found.substring(0, LONGEST_SHOWN) + "…" : found;
    return "header " + name + " is \"" + shown + "\", allowed is " + allowed;
  }
}
