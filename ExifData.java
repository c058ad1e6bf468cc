package io.sightings.ingest.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/**
 * The few things a photo's EXIF data (CIPA DC-008) are asked for. What is missing or damaged is as
 * if it were not said: the picture itself is none the worse for it.
 */
final class Exif {
  private static final int ORIENTATION = 0x0112;
  private static final int EXIF_DIRECTORY = 0x8769;
  private static final int TIME = 0x9003;
  private static final int OFFSET = 0x9011;
  private static final int FRACTION = 0x9291;

  private static final int ENTRY_BYTES = 12;
  private static final int LONGEST_TEXT = 64;
  private static final DateTimeFormatter TIMES =
      DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

  private final ByteBuffer tiff;
  private final int first;
  private final int second;

  private Exif(ByteBuffer tiff) {
    this.tiff = tiff;
    boolean little = text(0, 2).equals("II");
    tiff.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    first = tiff.getInt(4);
    int pointer = entry(first, EXIF_DIRECTORY);
    second = pointer < 0 ? -1 : tiff.getInt(pointer + 8);
  }

  /**
   * What EXIF data say.
   *
   * @param orientation 1 to 8; 1 where they do not say
   * @param takenAt null where they do not say
   */
  record Facts(int orientation, Instant takenAt) {
    static final Facts NONE = new Facts(1, null);
  }

  /**
   * @param tiff may be null
   * @param zone of times that do not say theirs
   */
  static Facts read(ByteBuffer tiff, ZoneId zone) {
    if (tiff == null) {
      return Facts.NONE;
    }
    Exif exif;
    int orientation;
    try {
      exif = new Exif(tiff.duplicate());
      int entry = exif.entry(exif.first, ORIENTATION);
      orientation = entry < 0 ? 1 : exif.tiff.getShort(entry + 8) & 0xFFFF;
    } catch (IndexOutOfBoundsException e) {
      return Facts.NONE;
    }
    try {
      return new Facts(orientation, exif.takenAt(zone));
    } catch (IndexOutOfBoundsException | DateTimeException e) {
      return new Facts(orientation, null);
    }
  }

  private Instant takenAt(ZoneId zone) {
    String time = text(TIME);
    if (second < 0 || time.isEmpty()) {
      return null;
    }
    LocalDateTime local = LocalDateTime.parse(time, TIMES);
    String fraction = text(FRACTION);
    if (fraction.matches("\\d{1,9}")) {
      local = local.plusNanos((long) (Double.parseDouble("0." + fraction) * 1e9));
    }
    String offset = text(OFFSET);
    ZoneId own = offset.matches("[+-]\\d\\d:\\d\\d") ? ZoneOffset.of(offset) : zone;
    return local.atZone(own).toInstant();
  }

  /** Where an entry of a directory begins; negative where there is none. */
  private int entry(int directory, int tag) {
    if (directory < 0) {
      return -1;
    }
    int count = tiff.getShort(directory) & 0xFFFF;
    for (int i = 0; i < count; i++) {
      int at = directory + 2 + i * ENTRY_BYTES;
      if ((tiff.getShort(at) & 0xFFFF) == tag) {
        return at;
      }
    }
    return -1;
  }

  /** A text of the second directory; empty where there is none. */
  private String text(int tag) {
    int at = entry(second, tag);
    if (at < 0) {
      return "";
    }
    int length = tiff.getInt(at + 4);
    if (length <= 0 || length > LONGEST_TEXT) {
      return "";
    }
    return text(length <= 4 ? at + 8 : tiff.getInt(at + 8), length);
  }

  private String text(int at, int length) {
    byte[] bytes = new byte[length];
    tiff.get(at, bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", "").strip();
  }
}
