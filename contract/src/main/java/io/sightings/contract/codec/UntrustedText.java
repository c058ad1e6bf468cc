package io.sightings.contract.codec;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Texts of unknown origin, made fit for a record, a header, a log line, an error or a terminal. */
public final class UntrustedText {
  static final int LONGEST_SHOWN = 80;
  private static final int REPLACEMENT = '\uFFFD';

  private UntrustedText() {}

  /**
   * The text on one line and without effect on a terminal: control characters (C0, DEL, C1), line
   * separators and the overrides of the writing direction, which make a text look like another, are
   * replaced by U+FFFD.
   */
  public static String printable(String text) {
    if (text.codePoints().noneMatch(UntrustedText::isHarmful)) {
      return text;
    }
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints().map(c -> isHarmful(c) ? REPLACEMENT : c).forEach(printable::appendCodePoint);
    return printable.toString();
  }

  /** As {@link #printable}, but with the line breaks of the text. */
  public static String printableLines(String text) {
    return Arrays.stream(text.split("\n", -1))
        .map(UntrustedText::printable)
        .collect(Collectors.joining("\n"));
  }

  private static boolean isHarmful(int c) {
    return Character.isISOControl(c)
        || c == 0x2028
        || c == 0x2029
        || c >= 0x202A && c <= 0x202E
        || c >= 0x2066 && c <= 0x2069;
  }

  static String shown(String text) {
    return shown(text, LONGEST_SHOWN);
  }

  /** Printable and at most {@code longest} characters; "…" stands for what was cut. */
  static String shown(String text, int longest) {
    boolean cut = text.codePointCount(0, text.length()) > longest;
    return printable(cut ? text.substring(0, text.offsetByCodePoints(0, longest)) + "…" : text);
  }
}
