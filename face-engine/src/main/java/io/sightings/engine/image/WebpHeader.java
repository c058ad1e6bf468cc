package io.sightings.engine.image;

import java.util.Optional;

/** The first chunk of a WebP file: lossy (RFC 6386), lossless or extended (RFC 9649). */
final class WebpHeader {
  private static final int RIFF_HEADER = 8;

  private WebpHeader() {}

  static boolean matches(Bytes bytes) {
    return bytes.says("RIFF", 0) && bytes.says("WEBP", 8);
  }

  static Optional<ImageHeader> read(Bytes bytes) {
    boolean complete = bytes.u32LittleEndian(4) + RIFF_HEADER <= bytes.length();
    if (bytes.says("VP8X", 12) && bytes.holds(24, 6)) {
      return webp(bytes.u24LittleEndian(24) + 1, bytes.u24LittleEndian(27) + 1, complete);
    }
    if (bytes.says("VP8L", 12) && bytes.u8(20) == 0x2f && bytes.holds(21, 4)) {
      long bits = bytes.u32LittleEndian(21);
      return webp((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1, complete);
    }
    if (bytes.says("VP8 ", 12) && bytes.u24LittleEndian(23) == 0x2a019d && bytes.holds(26, 4)) {
      return webp(bytes.u16LittleEndian(26) & 0x3fff, bytes.u16LittleEndian(28) & 0x3fff, complete);
    }
    return Optional.empty();
  }

  private static Optional<ImageHeader> webp(long width, long height, boolean complete) {
    return ImageHeader.of(ImageHeader.Format.WEBP, width, height, complete);
  }
}
