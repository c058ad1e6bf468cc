package io.sightings.engine.gallery;

/**
 * The number format of stored templates: 32-bit fixed point with 31 fractional bits. The highest
 * byte is the code that the first pass of a search reads; the other three make it exact.
 *
 * <p>A value from 2^-8 on is stored as it is, as its float has no bit below 2^-31. A smaller one is
 * off by 2^-32 at most, a hundredth of what the rounding of a float loses in the larger ones.
 */
final class FixedPoint {
  /** Values of a code per unit: a code is {@code floor(128 x)}, -128..127. */
  static final int CODES_PER_UNIT = 128;

  private static final float UNIT = 0x1p31f;

  private FixedPoint() {}

  /**
   * @param value -1..1; 1 becomes the largest number below it, which is read as 1
   */
  static int of(float value) {
    return (int) Math.rint(value * (double) UNIT);
  }

  static float toFloat(int fixed) {
    return fixed / UNIT;
  }

  /** The middle of all values with the code of this one. */
  static double codeCentre(int fixed) {
    return ((fixed >> 24) + 0.5) / CODES_PER_UNIT;
  }
}
