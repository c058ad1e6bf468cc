package io.sightings.ingest.media;

import java.nio.ByteBuffer;

/** Walks the chunks of a PNG (W3C PNG, third edition, section 5) without unpacking any. */
final class PngLayout {
  private static final int FIRST_CHUNK = 8;
  private static final int HEADER = type("IHDR");
  private static final int EXIF = type("eXIf");
  private static final int END = type("IEND");

  /** Length and type before the data, and a checksum behind it. */
  private static final int AROUND = 12;

  private PngLayout() {}

  /**
   * @throws MediaException if it does not begin with its header
   * @throws IndexOutOfBoundsException if the photo ends before its end chunk
   */
  static PhotoLayout read(byte[] photo) throws MediaException {
    ByteBuffer bytes = ByteBuffer.wrap(photo);
    ByteBuffer exif = null;
    int at = FIRST_CHUNK;
    if (bytes.getInt(at + 4) != HEADER) {
      throw new MediaException("the photo is damaged: it does not begin with its header");
    }
    int width = bytes.getInt(at + 8);
    int height = bytes.getInt(at + 12);
    for (int type = HEADER; type != END; type = bytes.getInt(at + 4)) {
      at = next(bytes, at);
      if (bytes.getInt(at + 4) == EXIF && exif == null) {
        exif = PhotoLayout.exif(bytes.slice(at + 8, bytes.getInt(at)));
      }
    }
    return new PhotoLayout(width, height, exif);
  }

  private static int next(ByteBuffer bytes, int at) {
    int length = bytes.getInt(at);
    if (length < 0 || length > bytes.limit() - at - AROUND) {
      throw new IndexOutOfBoundsException("a chunk of " + length + " bytes at " + at);
    }
    return at + AROUND + length;
  }

  private static int type(String name) {
    return name.charAt(0) << 24 | name.charAt(1) << 16 | name.charAt(2) << 8 | name.charAt(3);
  }
}
