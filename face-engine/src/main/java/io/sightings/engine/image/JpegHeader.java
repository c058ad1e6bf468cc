package io.sightings.engine.image;

import java.util.Optional;

/**
 * Walks a JPEG's marker segments (ITU-T T.81, annex B) to its frame header, then looks for its end.
 */
final class JpegHeader {
  private static final int START_OF_IMAGE = 0xffd8;
  private static final int END_OF_IMAGE = 0xd9;
  private static final int START_OF_SCAN = 0xda;

  private JpegHeader() {}

  static boolean matches(Bytes bytes) {
    return bytes.u16(0) == START_OF_IMAGE && bytes.u8(2) == 0xff;
  }

  static Optional<ImageHeader> read(Bytes bytes) {
    long width = 0;
    long height = 0;
    long at = 2;
    while (bytes.u8(at) == 0xff) {
      int marker = bytes.u8(at + 1);
      if (marker == 0xff) {
        at++; // a fill byte
      } else if (standsAlone(marker)) {
        at += 2;
      } else {
        if (isFrameHeader(marker)) {
          height = bytes.u16(at + 5);
          width = bytes.u16(at + 7);
        }
        int length = bytes.u16(at + 2);
        if (marker == START_OF_SCAN || length < 2) {
          break;
        }
        at += 2 + length;
      }
    }
    boolean complete = bytes.u8(at + 1) == START_OF_SCAN && endsAfter(bytes, at);
    return ImageHeader.of(ImageHeader.Format.JPEG, width, height, complete);
  }

  /**
   * Searched from the back, as the end is nearly always the last two bytes; in the scan itself a
   * 0xff is never followed by this marker. Cameras may pad what follows.
   */
  private static boolean endsAfter(Bytes bytes, long scan) {
    for (int at = bytes.length() - 2; at > scan; at--) {
      if (bytes.u8(at) == 0xff && bytes.u8(at + 1) == END_OF_IMAGE) {
        return true;
      }
    }
    return false;
  }

  private static boolean standsAlone(int marker) {
    return marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8);
  }

  /** SOF0 to SOF15; the three codes among them are tables and an extension. */
  private static boolean isFrameHeader(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }
}
