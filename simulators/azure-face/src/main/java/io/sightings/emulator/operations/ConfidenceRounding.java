package io.sightings.emulator.operations;

/** Confidences have five digits. */
final class ConfidenceRounding {
  private static final double DIGITS = 100_000;

  private ConfidenceRounding() {}

  /** Downwards, so that none reaches a threshold that it is below. */
  static double of(double confidence) {
    return Math.floor(DIGITS * confidence) / DIGITS;
  }
}
