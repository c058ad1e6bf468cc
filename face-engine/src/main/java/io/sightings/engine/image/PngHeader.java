package io.sightings.engine.image;

import java.util.Optional;

/**
 * Walks a PNG's chunks from IHDR, always the first, to IEND, always the last (PNG specification,
 * section 5).
 */
final class PngHeader {
  private static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";
  private static final int LENGTH_TYPE_CRC = 12;

  private PngHeader() {}

  static boolean matches(Bytes bytes) {
    return bytes.says(SIGNATURE, 0);
  }

  static Optional<ImageHeader> read(Bytes bytes) {
    if (!bytes.says("IHDR", SIGNATURE.length() + 4)) {
      return Optional.empty();
    }
    long width = bytes.u32(16);
    long height = bytes.u32(20);
    return ImageHeader.of(ImageHeader.Format.PNG, width, height, isComplete(bytes));
  }

  private static boolean isComplete(Bytes bytes) {
    long at = SIGNATURE.length();
    while (bytes.holds(at, LENGTH_TYPE_CRC)) {
      if (bytes.says("IEND", (int) at + 4)) {
        return true;
      }
      at += LENGTH_TYPE_CRC + bytes.u32(at);
    }
    return false;
  }
}
