package io.sightings.contract.image;

import java.nio.ByteBuffer;

/**
 * The frame header of a JPEG (ITU-T T.81, B.2.2).
 *
 * @param progressive whether pixels come in several scans
 * @param width in pixels
 * @param height in pixels; 0 where it follows the first scan, which decoders do not read
 * @param components 1 for grey, 3 for colours, 4 for CMYK
 * @param coefficientBytes memory for all coefficients, which a decoder needs if a component comes
 *     in several scans: 64 of 2 bytes in each block
 */
record JpegFrame(
    boolean progressive, int width, int height, int components, long coefficientBytes) {
  private static final int BASELINE = 0xC0;
  private static final int EXTENDED = 0xC1;
  private static final int PROGRESSIVE = 0xC2;
  private static final int BITS = 8;
  private static final int BLOCK_SIDE = 8;
  private static final int BLOCK_BYTES = 64 * Short.BYTES;
  private static final int MAX_FACTOR = 4;

  static JpegFrame read(int marker, ByteBuffer segment) throws UnreadableImageException {
    if (marker != BASELINE && marker != EXTENDED && marker != PROGRESSIVE) {
      throw UnreadableImageException.unsupported(
          ImageFormat.JPEG, "lossless, hierarchical or arithmetically coded");
    }
    if (segment.get(0) != BITS) {
      throw UnreadableImageException.unsupported(
          ImageFormat.JPEG, "one of " + segment.get(0) + " bits per sample");
    }
    int height = segment.getShort(1) & 0xFFFF;
    int width = segment.getShort(3) & 0xFFFF;
    int components = segment.get(5) & 0xFF;
    if (components != 1 && components != 3 && components != 4) {
      throw UnreadableImageException.unsupported(
          ImageFormat.JPEG, "one of " + components + " colour components");
    }
    if (height == 0) {
      throw UnreadableImageException.unsupported(
          ImageFormat.JPEG, "one that does not say its height at its beginning");
    }
    return new JpegFrame(
        marker == PROGRESSIVE, width, height, components, coefficients(segment, width, height));
  }

  private static long coefficients(ByteBuffer segment, int width, int height)
      throws UnreadableImageException {
    int components = segment.get(5) & 0xFF;
    int across = 1;
    int down = 1;
    for (int i = 0; i < components; i++) {
      int factors = segment.get(7 + 3 * i) & 0xFF;
      across = Math.max(across, factors >> 4);
      down = Math.max(down, factors & 0xF);
      if (factors >> 4 == 0 || (factors & 0xF) == 0 || Math.max(across, down) > MAX_FACTOR) {
        throw UnreadableImageException.damaged(ImageFormat.JPEG, "a colour component has no size");
      }
    }
    long unitsAcross = ceil(width, BLOCK_SIDE * across);
    long unitsDown = ceil(height, BLOCK_SIDE * down);
    long blocks = 0;
    for (int i = 0; i < components; i++) {
      int factors = segment.get(7 + 3 * i) & 0xFF;
      blocks += unitsAcross * (factors >> 4) * unitsDown * (factors & 0xF);
    }
    return blocks * BLOCK_BYTES;
  }

  private static long ceil(long pixels, int unit) {
    return (pixels + unit - 1) / unit;
  }
}
