package io.sightings.engine.embed;

import io.sightings.engine.DetectedFace;

/**
 * Uniform local binary patterns (Ojala et al., 2002): which of a pixel's eight neighbours are at
 * least as bright. The 58 patterns with at most two changes around the circle have a bin each; all
 * others share one.
 */
final class LocalBinaryPatterns {
  static final int BINS = 59;

  /** Least distance from the edge a pixel needs to have all its neighbours. */
  static final int RADIUS = 3;

  private static final int SIDE = DetectedFace.CROP_SIDE;
  private static final int[] NEIGHBOURS = {
    -RADIUS * SIDE - RADIUS,
    -RADIUS * SIDE,
    -RADIUS * SIDE + RADIUS,
    RADIUS,
    RADIUS * SIDE + RADIUS,
    RADIUS * SIDE,
    RADIUS * SIDE - RADIUS,
    -RADIUS
  };
  private static final int[] BIN_OF_PATTERN = bins();

  private LocalBinaryPatterns() {}

  /** The bin of the pattern around one pixel. */
  static int bin(float[] grey, int x, int y) {
    int at = y * SIDE + x;
    int pattern = 0;
    for (int i = 0; i < NEIGHBOURS.length; i++) {
      if (grey[at + NEIGHBOURS[i]] >= grey[at]) {
        pattern |= 1 << i;
      }
    }
    return BIN_OF_PATTERN[pattern];
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
