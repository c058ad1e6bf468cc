package io.sightings.emulator.wire;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of a URL. Unknown ones are ignored, as the service does. */
public record QueryParameters(Map<String, String> values) {

  public QueryParameters {
    values = Map.copyOf(values);
  }

  /** Null where it was not given. */
  public @Nullable String text(String name) {
    return values.get(name);
  }

  public String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  /** {@code true} and {@code false} in any case; anything else is a {@link ApiErrorException}. */
  public boolean flag(String name, boolean otherwise) {
    String value = values.get(name);
    if (value == null) {
      return otherwise;
    }
    if (value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")) {
      return Boolean.parseBoolean(value);
    }
    throw invalid(name);
  }

  /** A {@link ApiErrorException} where it is no number or out of the range. */
  public int number(String name, int otherwise, int least, int most) {
    String value = values.get(name);
    if (value == null) {
      return otherwise;
    }
    if (!value.matches("-?\\d{1,9}")) {
      throw invalid(name);
    }
    int number = Integer.parseInt(value);
    if (number < least || number > most) {
      throw invalid(name);
    }
    return number;
  }

  private static ApiErrorException invalid(String name) {
    return ApiErrorException.badArgument("'" + name + "' is invalid.");
  }
}
