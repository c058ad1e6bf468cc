package io.sightings.contract.settings;

import java.time.Duration;
import java.util.Collection;
import java.util.Locale;

/**
 * What the compact constructors of settings demand. The loader puts file and key before the text.
 */
public final class SettingChecks {

  private SettingChecks() {}

  public static void range(String key, double value, double from, double to) {
    if (!(value >= from && value <= to)) {
      throw wrong(key, plain(value), "from " + plain(from) + " to " + plain(to));
    }
  }

  public static void range(String key, Duration value, Duration from, Duration to) {
    if (value.compareTo(from) < 0 || value.compareTo(to) > 0) {
      String allowed = "from " + DurationText.format(from) + " to " + DurationText.format(to);
      throw wrong(key, value, allowed);
    }
  }

  public static void notBlank(String key, String value) {
    if (value == null || value.isBlank()) {
      throw wrong(key, "\"\"", "a text that is not empty");
    }
  }

  public static void oneOf(String key, String value, Collection<String> allowed) {
    if (!allowed.contains(String.valueOf(value))) {
      throw wrong(key, "\"" + value + "\"", "one of " + String.join(", ", allowed));
    }
  }

  public static void that(boolean holds, String key, Object value, String allowed) {
    if (!holds) {
      throw wrong(key, value, allowed);
    }
  }

  private static IllegalArgumentException wrong(String key, Object value, String allowed) {
    Object shown = value instanceof Duration duration ? DurationText.format(duration) : value;
    return new IllegalArgumentException(key + " is " + shown + ", allowed is " + allowed);
  }

  private static String plain(double number) {
    return number == Math.rint(number)
        ? String.format(Locale.ROOT, "%.0f", number)
        : Double.toString(number);
  }
}
