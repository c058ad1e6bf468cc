package io.sightings.contract.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is wrong with a settings file, in one sentence a person can act on. */
record Fault(JsonProcessingException cause) {

  String text() {
    if (cause instanceof UnrecognizedPropertyException e) {
      String known =
          e.getKnownPropertyIds().stream()
              .map(String::valueOf)
              .sorted()
              .collect(Collectors.joining(", "));
      return "unknown key " + path(e) + ", allowed here: " + known;
    }
    if (cause instanceof InvalidFormatException e) {
      return path(e) + " is \"" + e.getValue() + "\", allowed is " + allowed(e.getTargetType());
    }
    if (cause instanceof ValueInstantiationException e && e.getCause() != null) {
      String parent = path(e);
      return (parent.isEmpty() ? "" : parent + ".") + e.getCause().getMessage();
    }
    if (cause instanceof MismatchedInputException e) {
      return path(e) + " does not fit, allowed is " + allowed(e.getTargetType());
    }
    String where =
        cause.getLocation() == null ? "" : "line " + cause.getLocation().getLineNr() + ": ";
    return where + cause.getOriginalMessage().lines().findFirst().orElse("not YAML");
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : "." + r.getFieldName())
        .collect(Collectors.joining())
        .replaceFirst("^\\.", "");
  }

  private static String allowed(Class<?> type) {
    if (type == null) {
      return "another form";
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(c -> String.valueOf(c).toLowerCase(Locale.ROOT))
          .collect(Collectors.joining(", "));
    }
    if (type == Duration.class) {
      return DurationText.ALLOWED;
    }
    if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
      return "a whole number";
    }
    if (Number.class.isAssignableFrom(type) || type == double.class || type == float.class) {
      return "a number";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type == String.class) {
      return "a text";
    }
    return type.isRecord() ? "keys and values" : "a list";
  }
}
