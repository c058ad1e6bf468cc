package io.sightings.contract.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import org.jspecify.annotations.Nullable;

/**
 * Reads a few entries of a TIFF structure with EXIF data (CIPA DC-008). It copies no more than
 * {@value #MAX_TEXT} bytes at once, because entries may name the same bytes many times. All methods
 * throw IndexOutOfBoundsException if an entry lies outside of the structure.
 */
final class ExifReader {
  private static final int ORIENTATION = 0x0112;
  private static final int EXIF_DIRECTORY = 0x8769;
  private static final int TIME = 0x9003;
  private static final int OFFSET = 0x9011;
  private static final int FRACTION = 0x9291;

  private static final int PREAMBLE_BYTES = 6;
  private static final int ENTRY_BYTES = 12;
  private static final int MAX_TEXT = 64;
  private static final DateTimeFormatter TIMES =
      DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

  private final ByteBuffer tiff;
  private final int first;
  private final int second;

  ExifReader(ByteBuffer block) {
    boolean preamble = text(block, 0, PREAMBLE_BYTES).equals("Exif");
    int from = preamble ? PREAMBLE_BYTES : 0;
    tiff = block.slice(from, block.limit() - from);
    boolean little = text(tiff, 0, 2).equals("II");
    tiff.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    first = tiff.getInt(4);
    int pointer = entry(first, EXIF_DIRECTORY);
    second = pointer < 0 ? -1 : tiff.getInt(pointer + 8);
  }

  int orientation() {
    int entry = entry(first, ORIENTATION);
    return entry < 0 ? 1 : tiff.getShort(entry + 8) & 0xFFFF;
  }

  /**
   * Null if it is missing.
   *
   * @throws java.time.DateTimeException if it is none
   */
  @Nullable LocalDateTime time() {
    String time = text(TIME);
    if (time.isEmpty()) {
      return null;
    }
    LocalDateTime local = LocalDateTime.parse(time, TIMES);
    String fraction = text(FRACTION);
    return fraction.matches("\\d{1,9}")
        ? local.plusNanos((long) (Double.parseDouble("0." + fraction) * 1e9))
        : local;
  }

  /** Null if it is missing. */
  @Nullable ZoneOffset offset() {
    String offset = text(OFFSET);
    return offset.matches("[+-]\\d\\d:\\d\\d") ? ZoneOffset.of(offset) : null;
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
    if (length <= 0 || length > MAX_TEXT) {
      return "";
    }
    return text(tiff, length <= 4 ? at + 8 : tiff.getInt(at + 8), length);
  }

  private static String text(ByteBuffer from, int at, int length) {
    byte[] bytes = new byte[length];
    from.get(at, bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", "").strip();
  }
}
