package io.sightings.engine.image;

import java.util.Optional;

/** A Windows bitmap's file header and the start of its information header, old and new. */
final class BmpHeader {
  private static final int CORE_HEADER = 12;
  private static final int INFO_HEADER = 40;

  private BmpHeader() {}

  static boolean matches(Bytes bytes) {
    return bytes.says("BM", 0);
  }

  static Optional<ImageHeader> read(Bytes bytes) {
    long headerSize = bytes.u32LittleEndian(14);
    long width;
    long height;
    long bits;
    boolean compressed = false;
    if (headerSize == CORE_HEADER) {
      width = bytes.u16LittleEndian(18);
      height = bytes.u16LittleEndian(20);
      bits = bytes.u16LittleEndian(24);
    } else if (headerSize >= INFO_HEADER && headerSize <= 256) {
      width = bytes.u32LittleEndian(18);
      height =
          Math.abs((int) bytes.u32LittleEndian(22)); // negative where the upper row comes first
      bits = bytes.u16LittleEndian(28);
      long compression = bytes.u32LittleEndian(30);
      compressed =
          compression == 1 || compression == 2; // run lengths: the size follows from nothing
    } else {
      return Optional.empty();
    }
    if (width > Integer.MAX_VALUE || bits < 0) {
      return Optional.empty();
    }
    long row = (width * bits + 31) / 32 * 4;
    boolean complete = compressed || bytes.u32LittleEndian(10) + row * height <= bytes.length();
    return ImageHeader.of(ImageHeader.Format.BMP, width, height, complete);
  }
}
