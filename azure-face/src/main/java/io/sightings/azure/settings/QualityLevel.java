package io.sightings.azure.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares the values of the service's qualityForRecognition. */
final class QualityLevel {
  private static final List<String> RISING = List.of("low", "medium", "high");

  private QualityLevel() {}

  /** Whether a quality reaches a required one; an unknown or absent quality does. */
  static boolean reaches(@Nullable String quality, String required) {
    int rank = quality == null ? -1 : RISING.indexOf(quality); // indexOf takes no null
    return rank < 0 || rank >= RISING.indexOf(required);
  }

  static void require(String key, String value) {
    boolean known = value != null && RISING.contains(value);
    SettingRules.that(known, key, "\"" + value + "\"", "one of low, medium, high");
  }
}
