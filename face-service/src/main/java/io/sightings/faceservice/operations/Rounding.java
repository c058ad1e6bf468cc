package io.sightings.faceservice.operations;

/** Confidences have five digits. */
final class Rounding {
  private static final double DIGITS = 100_000;

  private Rounding() {}

  /** Downwards, so that none reaches a threshold that it is below. */
  static double of(double confidence) {
    return Math.floor(DIGITS * confidence) / DIGITS;
  }
}
