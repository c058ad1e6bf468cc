package io.sightings.emulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The members of a JSON body. Unknown ones are ignored; a null is an absent one. */
public record JsonBodyReader(ObjectNode node) {

  public boolean has(String name) {
    return node.hasNonNull(name);
  }

  /** Null where absent. */
  public @Nullable String text(String name) {
    if (!has(name)) {
      return null;
    }
    JsonNode value = node.get(name);
    if (!value.isTextual()) {
      throw ApiErrorException.badArgument("'" + name + "' is invalid.");
    }
    return value.textValue();
  }

  /** Null where absent, which {@code userData} may always be. */
  public @Nullable String text(String name, int longest) {
    String text = text(name);
    if (text != null && text.length() > longest) {
      throw ApiErrorException.badArgument("'" + name + "' is too long.");
    }
    return text;
  }

  /** Must be there and not be empty. */
  public String requiredText(String name, int longest) {
    String text = text(name, longest);
    if (text == null || text.isBlank()) {
      throw ApiErrorException.badArgument("'" + name + "' is empty.");
    }
    return text;
  }

  /** Null where absent; a {@link ApiErrorException} where it is not an array of strings. */
  public @Nullable List<String> texts(String name) {
    if (!has(name)) {
      return null;
    }
    List<String> texts = new ArrayList<>();
    if (!node.get(name).isArray()) {
      throw ApiErrorException.badArgument("'" + name + "' is invalid.");
    }
    for (JsonNode value : node.get(name)) {
      if (!value.isTextual()) {
        throw ApiErrorException.badArgument("'" + name + "' is invalid.");
      }
      texts.add(value.textValue());
    }
    return texts;
  }

  /** A {@link ApiErrorException} where it is no whole number or out of the range. */
  public int number(String name, int otherwise, int least, int most) {
    if (!has(name)) {
      return otherwise;
    }
    JsonNode value = node.get(name);
    if (!value.canConvertToInt() || !value.canConvertToExactIntegral()) {
      throw invalidArgument(name);
    }
    int number = value.intValue();
    if (number < least || number > most) {
      throw invalidArgument(name);
    }
    return number;
  }

  /** A {@link ApiErrorException} where it is not from 0 to 1. */
  public double share(String name, double otherwise) {
    if (!has(name)) {
      return otherwise;
    }
    double value = node.get(name).isNumber() ? node.get(name).doubleValue() : -1;
    if (value < 0 || value > 1) {
      throw invalidArgument(name);
    }
    return value;
  }

  private static ApiErrorException invalidArgument(String name) {
    return ApiErrorException.badArgument("The argument " + name + " is not valid.");
  }
}
