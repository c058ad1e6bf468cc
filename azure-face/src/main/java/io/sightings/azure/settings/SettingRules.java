package io.sightings.azure.settings;

import java.time.Duration;

/** Demands of settings; their texts start with the key, as the loader expects. */
final class SettingRules {

  private SettingRules() {}

  static void that(boolean fits, String key, Object value, String allowed) {
    if (!fits) {
      throw new IllegalArgumentException(key + " is " + value + ", allowed is " + allowed);
    }
  }

  static void range(String key, double value, double from, double to) {
    that(
        value >= from && value <= to,
        key,
        plain(value),
        "from " + plain(from) + " to " + plain(to));
  }

  static void range(String key, Duration value, Duration from, Duration to) {
    that(
        value.compareTo(from) >= 0 && value.compareTo(to) <= 0,
        key,
        text(value),
        "from " + text(from) + " to " + text(to));
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }

  private static String text(Duration duration) {
    long millis = duration.toMillis();
    if (millis % 1000 != 0) {
      return millis + "ms";
    }
    long seconds = millis / 1000;
    if (seconds % 3600 == 0 && seconds > 0) {
      return seconds / 3600 + "h";
    }
    return seconds % 60 == 0 && seconds > 0 ? seconds / 60 + "m" : seconds + "s";
  }
}
