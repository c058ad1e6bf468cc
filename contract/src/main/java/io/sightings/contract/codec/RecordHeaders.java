package io.sightings.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sightings.contract.KafkaMessage;
import io.sightings.contract.SourceInfo;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The headers of one message, each checked when asked for. The last header of a name counts. */
final class RecordHeaders {
  private final Map<String, String> values = new HashMap<>(32);

  RecordHeaders(List<KafkaMessage.Header> headers) {
    for (KafkaMessage.Header header : headers) {
      if (header.value() != null) {
        values.put(header.name(), new String(header.value(), UTF_8));
      }
    }
  }

  /** Null if it is missing. */
  @Nullable String optional(String name) {
    return values.get(name);
  }

  /**
   * Without control characters; null if it is missing.
   *
   * @param longest in UTF-16 code units
   */
  @Nullable String text(String name, int longest) throws MalformedMessageException {
    String value = values.get(name);
    if (value == null) {
      return null;
    }
    if (value.length() > longest) {
      throw wrong(name, "a text of at most " + longest + " characters");
    }
    return UntrustedText.printable(value);
  }

  String required(String name, String allowed) throws MalformedMessageException {
    String value = values.get(name);
    if (value == null) {
      throw new MalformedMessageException("header " + name + " is missing, allowed is " + allowed);
    }
    return value;
  }

  void expect(String name, String value) throws MalformedMessageException {
    String allowed = "\"" + value + "\"";
    if (!required(name, allowed).equals(value)) {
      throw wrong(name, allowed);
    }
  }

  String identifier(String name) throws MalformedMessageException {
    String found = required(name, SourceInfo.ID_PATTERN);
    if (!SourceInfo.isValidId(found)) {
      throw wrong(name, SourceInfo.ID_PATTERN);
    }
    return found;
  }

  <E> E oneOf(String name, E[] choices, Function<E, String> text) throws MalformedMessageException {
    String allowed = Arrays.stream(choices).map(text).collect(Collectors.joining(", "));
    String found = required(name, allowed);
    for (E choice : choices) {
      if (text.apply(choice).equals(found)) {
        return choice;
      }
    }
    throw wrong(name, allowed);
  }

  long number(String name, long min, long max) throws MalformedMessageException {
    String allowed = "a whole number from " + min + " to " + max;
    String found = required(name, allowed);
    try {
      long number = Long.parseLong(found);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw wrong(name, allowed, e);
    }
    throw wrong(name, allowed);
  }

  MalformedMessageException wrong(String name, String allowed) {
    return wrong(name, allowed, null);
  }

  MalformedMessageException wrong(String name, String allowed, @Nullable Exception cause) {
    String shown = UntrustedText.shown(values.get(name));
    return new MalformedMessageException(
        "header " + name + " is \"" + shown + "\", allowed is " + allowed, cause);
  }
}
