package io.sightings.azure.client;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long the service asks to be left alone: by the Retry-After header in seconds or as a date,
 * else by the words of its message.
 */
final class RetryAfter {
  private static final HttpHeaderName MILLIS = HttpHeaderName.fromString("retry-after-ms");
  private static final Pattern WORDS =
      Pattern.compile(
          "(?:retry|try again) (?:after|in) (\\d{1,6}) second", Pattern.CASE_INSENSITIVE);
  private static final Duration LONGEST = Duration.ofDays(1);

  private RetryAfter() {}

  /** Null where nothing is said, or nothing that can be read. */
  static @Nullable Duration of(HttpHeaders headers, String message, Clock clock) {
    Duration asked = millis(headers.getValue(MILLIS));
    if (asked == null) {
      asked = header(headers.getValue(HttpHeaderName.RETRY_AFTER), clock);
    }
    if (asked == null) {
      Matcher words = WORDS.matcher(message);
      asked = words.find() ? Duration.ofSeconds(Long.parseLong(words.group(1))) : null;
    }
    if (asked == null || asked.isNegative()) {
      return null;
    }
    return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
  }

  private static @Nullable Duration millis(String text) {
    return text != null && text.strip().matches("\\d{1,9}")
        ? Duration.ofMillis(Long.parseLong(text.strip()))
        : null;
  }

  private static @Nullable Duration header(String text, Clock clock) {
    if (text == null) {
      return null;
    }
    String value = text.strip();
    if (value.matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(value));
    }
    try {
      Instant when = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value));
      Duration until = Duration.between(clock.instant(), when);
      return until.isNegative() ? Duration.ZERO : until;
    } catch (DateTimeException e) {
      return null; // what cannot be read asks for nothing
    }
  }
}
