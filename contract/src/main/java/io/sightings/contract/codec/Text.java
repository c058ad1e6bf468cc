package io.sightings.contract.codec;

/** Texts of unknown origin, made fit for a header, a log line or an error. */
final class Text {
  static final int LONGEST_SHOWN = 80;

  private Text() {}

  /** CloudEvents forbids control characters, and a log line must stay one line. */
  static String printable(String text) {
    if (text.codePoints().noneMatch(Character::isISOControl)) {
      return text;
    }
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isISOControl(c) ? '\uFFFD' : c)
        .forEach(printable::appendCodePoint);
    return printable.toString();
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
