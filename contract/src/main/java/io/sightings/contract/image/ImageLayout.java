package io.sightings.contract.image;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * What the walk through a file of one format finds.
 *
 * @param width in pixels, 0 or less where the file is damaged
 * @param height in pixels, 0 or less where the file is damaged
 * @param scans passes over all pixels that decoding takes
 * @param memory native bytes that decoding takes besides the file and the decoded picture
 * @param exif a TIFF structure with the EXIF data; empty without any
 * @param pixels as {@link ImageHeader#pixels()}
 */
record ImageLayout(
    long width, long height, int scans, long memory, ByteBuffer exif, List<ByteBuffer> pixels) {
  static final ByteBuffer NO_EXIF = ByteBuffer.allocate(0);
}
