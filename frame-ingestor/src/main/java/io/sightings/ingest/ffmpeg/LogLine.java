package io.sightings.ingest.ffmpeg;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Joins the pieces in which FFmpeg writes a line. Of one thread. */
final class LogLine {
  /** Of a piece, in bytes: JavaCPP's buffer holds 1024 with the end of the text. */
  private static final int LONGEST_PIECE = 1023;

  private static final int LONGEST_LINE = 4096;

  /** What may be the first half of a secret that can no longer be recognised. */
  private static final int UNSAFE = 512;

  private static final Pattern OPEN_URL = Pattern.compile("://\\S*$");

  private final StringBuilder begun = new StringBuilder();

  /**
   * @param piece in UTF-8
   * @return the whole lines there are now; empty where there is none
   */
  String add(byte[] piece) {
    String text = new String(piece, StandardCharsets.UTF_8);
    String safe = piece.length < LONGEST_PIECE ? text : cut(text);
    begun.append(safe);
    if (begun.length() > LONGEST_LINE) {
      String tooLong = cut(begun.toString());
      begun.setLength(0);
      return tooLong;
    }
    if (!safe.endsWith("\n")) {
      return "";
    }
    String line = begun.toString();
    begun.setLength(0);
    return line;
  }

  private static String cut(String text) {
    String kept = text.substring(0, Math.max(0, text.length() - UNSAFE));
    return OPEN_URL.matcher(kept).replaceFirst("://***") + " ... (cut)\n";
  }
}
