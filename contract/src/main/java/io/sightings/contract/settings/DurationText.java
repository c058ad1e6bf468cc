package io.sightings.contract.settings;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: 500ms, 30s, 10m, 2h, 7d, or ISO-8601. */
public final class DurationText {
  public static final String ALLOWED = "a duration such as 500ms, 30s, 10m, 2h or 7d";
  private static final Pattern SHORT = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");

  /** The longest the short form can say, and still some milliseconds a long can count. */
  private static final Duration LONGEST = Duration.ofDays(999_999_999);

  private DurationText() {}

  /**
   * @throws IllegalArgumentException if the text is not a duration, or a negative one
   */
  public static Duration parse(String text) {
    Matcher matcher = SHORT.matcher(text.strip());
    if (matcher.matches()) {
      long amount = Long.parseLong(matcher.group(1));
      return switch (matcher.group(2)) {
        case "ms" -> Duration.ofMillis(amount);
        case "s" -> Duration.ofSeconds(amount);
        case "m" -> Duration.ofMinutes(amount);
        case "h" -> Duration.ofHours(amount);
        default -> Duration.ofDays(amount);
      };
    }
    try {
      Duration duration = Duration.parse(text.strip());
      if (!duration.isNegative() && duration.compareTo(LONGEST) <= 0) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("\"" + text + "\" is not " + ALLOWED, e);
    }
    throw new IllegalArgumentException("\"" + text + "\" is not " + ALLOWED);
  }

  /** In the largest unit that divides it; shorter than a millisecond is lost. */
  public static String format(Duration duration) {
    long millis = duration.toMillis();
    if (millis % 1000 != 0) {
      return millis + "ms";
    }
    long seconds = millis / 1000;
    if (seconds % 86_400 == 0 && seconds > 0) {
      return seconds / 86_400 + "d";
    }
    if (seconds % 3600 == 0 && seconds > 0) {
      return seconds / 3600 + "h";
    }
    return seconds % 60 == 0 && seconds > 0 ? seconds / 60 + "m" : seconds + "s";
  }
}
