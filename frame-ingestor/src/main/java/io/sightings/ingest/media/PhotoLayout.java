package io.sightings.ingest.media;

import java.nio.ByteBuffer;

/**
 * What the header of a photo's format holds. Read by code of our own, which takes nothing but this:
 * general metadata readers unpack and copy whatever a header announces, so that a photo of some
 * kilobytes can fill a gigabyte.
 *
 * @param width in pixels, as stored
 * @param height in pixels, as stored
 * @param exif TIFF structure with the EXIF data; null where there is none
 */
record PhotoLayout(int width, int height, ByteBuffer exif) {
  private static final byte[] EXIF_PREAMBLE = {'E', 'x', 'i', 'f', 0, 0};

  /** The bytes of an EXIF block, with or without the words JPEG puts before it. */
  static ByteBuffer exif(ByteBuffer block) {
    return startsWithExif(block)
        ? block.slice(EXIF_PREAMBLE.length, block.limit() - EXIF_PREAMBLE.length)
        : block;
  }

  static boolean startsWithExif(ByteBuffer block) {
    return block.limit() >= EXIF_PREAMBLE.length
        && block.slice(0, EXIF_PREAMBLE.length).equals(ByteBuffer.wrap(EXIF_PREAMBLE));
  }
}
