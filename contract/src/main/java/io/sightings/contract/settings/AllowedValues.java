package io.sightings.contract.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a setting of some type may be, in words. */
final class AllowedValues {
  private static final Set<Class<?>> WHOLE =
      Set.of(int.class, long.class, Integer.class, Long.class, short.class, Short.class);
  private static final Set<Class<?>> FRACTION =
      Set.of(double.class, float.class, Double.class, Float.class);

  private AllowedValues() {}

  /**
   * @param type what the key holds; may be null
   * @param found what was there instead
   */
  static String text(Class<?> type, JsonNode found, SettingsTree tree) {
    if (type == null) {
      return "another form";
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(tree::written)
          .collect(Collectors.joining(", "));
    }
    if (WHOLE.contains(type)) {
      boolean tooLarge = found.asText().strip().matches("[-+]?\\d+");
      return tooLarge ? "a smaller number" : "a whole number";
    }
    if (FRACTION.contains(type)) {
      return "a number";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type == Duration.class) {
      return DurationText.ALLOWED;
    }
    if (type.isRecord()) {
      return Arrays.stream(type.getRecordComponents())
          .map(RecordComponent::getName)
          .collect(Collectors.joining(", ", "keys and values: ", ""));
    }
    if (Map.class.isAssignableFrom(type)) {
      return "keys and values";
    }
    return Collection.class.isAssignableFrom(type) ? "a list" : "a text";
  }
}
