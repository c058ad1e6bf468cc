package io.sightings.emulator.faces;

import io.sightings.engine.gallery.VectorMath;
import org.jspecify.annotations.Nullable;

/**
 * Turns the local engine's similarity into the service's confidence.
 *
 * <p>A logistic curve through 0.5 at the engine's own threshold {@code t}, because verify calls two
 * faces identical from 0.5 on: {@code 1 / (1 + exp(-6 (s - t) / (1 - t)))}. So the service names a
 * face exactly where the local path finds it similar enough. The factor spreads what lies between
 * the threshold and equality over 0.5 to 0.998: with a threshold of 0.40, a similarity of 0.25, as
 * strangers have at most, becomes 0.18; 0.45, as poor pairs of one person have, becomes 0.62; 0.7
 * becomes 0.95. It rises strictly, so the order of candidates is the local one.
 */
public final class ConfidenceCurve {
  /** From here on the service takes two faces for one person, where callers do not say. */
  public static final double DECISION = 0.5;

  private static final double STEEPNESS = 6;

  private final double threshold;

  /**
   * @param threshold similarity from which the local engine takes two faces for one person
   */
  public ConfidenceCurve(double threshold) {
    this.threshold = threshold;
  }

  /**
   * @param similarity -1..1
   * @return 0..1
   */
  public double of(double similarity) {
    return 1 / (1 + Math.exp(-STEEPNESS * (similarity - threshold) / (1 - threshold)));
  }

  /** Of two features; 0 where one of them is missing. */
  public double of(float @Nullable [] a, float @Nullable [] b) {
    return a == null || b == null ? 0 : of(VectorMath.cosine(a, b));
  }
}
