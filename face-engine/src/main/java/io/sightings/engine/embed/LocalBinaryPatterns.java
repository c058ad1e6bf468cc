package io.sightings.engine.embed;

import io.sightings.engine.DetectedFace;

/**
 * Uniform local binary patterns (Ojala et al., 2002): which of a pixel's eight neighbours are at
 * least as bright. The 58 patterns with at most two changes around the circle have a bin each; all
 * others share one.
 */
final class LocalBinaryPatterns {
  static final int BINS = 59;

  private static final int SIDE = DetectedFace.CROP_SIDE;
  private static final int RADIUS = 2;
  private static final int[] DX = {-RADIUS, 0, RADIUS, RADIUS, RADIUS, 0, -RADIUS, -RADIUS};
  private static final int[] DY = {-RADIUS, -RADIUS, -RADIUS, 0, RADIUS, RADIUS, RADIUS, 0};
  private static final int[] BIN_OF_PATTERN = bins();

  private LocalBinaryPatterns() {}

  /** The bin of every pixel; neighbours beyond the edge are the edge's. */
  static int[] of(float[] grey) {
    int[] result = new int[grey.length];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        float centre = grey[y * SIDE + x];
        int pattern = 0;
        for (int i = 0; i < DX.length; i++) {
          int nx = Math.max(0, Math.min(SIDE - 1, x + DX[i]));
          int ny = Math.max(0, Math.min(SIDE - 1, y + DY[i]));
          if (grey[ny * SIDE + nx] >= centre) {
            pattern |= 1 << i;
          }
        }
        result[y * SIDE + x] = BIN_OF_PATTERN[pattern];
      }
    }
    return result;
  }

  private static int[] bins() {
    int[] bins = new int[256];
    int next = 0;
    for (int pattern = 0; pattern < bins.length; pattern++) {
      int rotated = pattern >> 1 | (pattern & 1) << 7;
      boolean uniform = Integer.bitCount(pattern ^ rotated) <= 2;
      bins[pattern] = uniform ? next++ : BINS - 1;
    }
    return bins;
  }
}
