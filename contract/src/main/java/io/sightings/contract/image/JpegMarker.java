package io.sightings.contract.image;

/** The second bytes of JPEG's markers (ITU-T T.81, table B.1). */
final class JpegMarker {
  static final int END_OF_IMAGE = 0xD9;
  static final int START_OF_SCAN = 0xDA;
  static final int APP1 = 0xE1;

  private static final int HUFFMAN_TABLES = 0xC4;
  private static final int JPEG_EXTENSION = 0xC8;
  private static final int ARITHMETIC_CODING = 0xCC;
  private static final int RESTART_0 = 0xD0;
  private static final int RESTART_7 = 0xD7;
  private static final int START_OF_IMAGE = 0xD8;
  private static final int QUANTIZATION_TABLES = 0xDB;
  private static final int RESTART_INTERVAL = 0xDD;

  /** JFIF, which says that colours are YCbCr. */
  private static final int APP0 = 0xE0;

  /** Adobe's, which says how colours are stored. */
  private static final int APP14 = 0xEE;

  private static final int TEMPORARY = 0x01;

  private JpegMarker() {}

  static boolean standsAlone(int marker) {
    return marker == TEMPORARY || isRestart(marker) || marker == START_OF_IMAGE;
  }

  static boolean isRestart(int marker) {
    return marker >= RESTART_0 && marker <= RESTART_7;
  }

  /** SOF0 to SOF15, of which three numbers mean something else. */
  static boolean isFrame(int marker) {
    return marker >= 0xC0
        && marker <= 0xCF
        && marker != HUFFMAN_TABLES
        && marker != JPEG_EXTENSION
        && marker != ARITHMETIC_CODING;
  }

  /** Whether a decoder needs the segment for the pixels. */
  static boolean isNeeded(int marker) {
    return switch (marker) {
      case HUFFMAN_TABLES, QUANTIZATION_TABLES, RESTART_INTERVAL, START_OF_SCAN, APP0, APP14 ->
          true;
      default -> isFrame(marker);
    };
  }
}
