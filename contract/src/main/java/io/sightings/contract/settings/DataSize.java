package io.sightings.contract.settings;

import java.io.Serializable;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of bytes as people write it: 8MiB, 512KiB (powers of 1024), 8MB (powers of 1000), 100B
 * or a plain number.
 *
 * @param bytes 0 or more
 */
public record DataSize(long bytes) implements Serializable {
  public static final String ALLOWED = "a size such as 512KiB, 8MiB or 1GB";
  private static final Pattern TEXT =
      Pattern.compile("(\\d{1,18})\\s*(B|KB|MB|GB|TB|KIB|MIB|GIB|TIB)?", Pattern.CASE_INSENSITIVE);
  private static final String[] UNITS = {"TiB", "TB", "GiB", "GB", "MiB", "MB", "KiB", "KB"};

  public DataSize {
    if (bytes < 0) {
      throw new IllegalArgumentException("bytes is " + bytes + ", allowed is 0 or more");
    }
  }

  /**
   * @throws IllegalArgumentException if the text is not a size, or one of more than 2^63-1 bytes
   */
  public static DataSize parse(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    if (matcher.matches()) {
      try {
        long amount = Long.parseLong(matcher.group(1));
        return new DataSize(Math.multiplyExact(amount, factor(matcher.group(2))));
      } catch (ArithmeticException e) {
        throw new IllegalArgumentException("\"" + text + "\" is more than 2^63-1 bytes", e);
      }
    }
    throw new IllegalArgumentException("\"" + text + "\" is not " + ALLOWED);
  }

  /**
   * The size where an array or a Kafka setting can take no more than an int.
   *
   * @throws IllegalArgumentException if it is 2 GiB or more
   */
  public int asInt() {
    if (bytes > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(this + " is too large, allowed is less than 2GiB");
    }
    return (int) bytes;
  }

  /** In the largest unit that divides it, so that {@link #parse} gives it again. */
  @Override
  public String toString() {
    for (String unit : UNITS) {
      if (bytes > 0 && bytes % factor(unit) == 0) {
        return bytes / factor(unit) + unit;
      }
    }
    return bytes + "B";
  }

  private static long factor(String unit) {
    if (unit == null || unit.length() == 1) {
      return 1;
    }
    int power = "KMGT".indexOf(unit.toUpperCase(Locale.ROOT).charAt(0)) + 1;
    long base = unit.length() == 3 ? 1024 : 1000;
    long factor = 1;
    for (int i = 0; i < power; i++) {
      factor *= base;
    }
    return factor;
  }
}
