package io.sightings.engine.detect;

/**
 * How a picture is scaled for the detector: the longer side to the detection size, the shorter one
 * in proportion.
 *
 * @param width of the scaled picture
 * @param height in the same unit
 */
record DetectorScale(int width, int height) {
  private static final int COARSEST_STRIDE = 32;

  /**
   * @param maxEnlargement pictures smaller than the detection size are enlarged by no more than
   *     this
   */
  static DetectorScale of(
      int pictureWidth, int pictureHeight, int detectionSize, double maxEnlargement) {
    double scale =
        Math.min(maxEnlargement, (double) detectionSize / Math.max(pictureWidth, pictureHeight));
    return new DetectorScale(
        Math.max(1, (int) Math.round(pictureWidth * scale)),
        Math.max(1, (int) Math.round(pictureHeight * scale)));
  }

  int paddedWidth() {
    return padded(width);
  }

  int paddedHeight() {
    return padded(height);
  }

  private static int padded(int side) {
    return (side + COARSEST_STRIDE - 1) / COARSEST_STRIDE * COARSEST_STRIDE;
  }
}
