package io.sightings.engine.calibrate;

import java.util.Arrays;
import java.util.List;

/** Similarities in ascending order, for asking where most of them lie. */
public final class SimilarityDistribution {
  private final double[] sorted;

  private SimilarityDistribution(double[] sorted) {
    this.sorted = sorted;
  }

  public static SimilarityDistribution of(List<Float> similarities) {
    double[] sorted = similarities.stream().mapToDouble(Float::doubleValue).sorted().toArray();
    return new SimilarityDistribution(sorted);
  }

  public int size() {
    return sorted.length;
  }

  /**
   * Interpolated linearly between the two nearest values (type 7 of Hyndman and Fan, 1996).
   *
   * @param share 0 (the least) to 1 (the greatest)
   * @return not a number where there is no value
   */
  public double quantile(double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double at = share * (sorted.length - 1);
    int below = (int) Math.floor(at);
    int above = (int) Math.ceil(at);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  /** How many values are at least this. */
  public int atLeast(double value) {
    int at = Arrays.binarySearch(sorted, value);
    int first = at < 0 ? -at - 1 : at;
    while (first > 0 && sorted[first - 1] == value) {
      first--;
    }
    return sorted.length - first;
  }

  /** The share of values that are at least this; 0 where there is no value. */
  public double shareAtLeast(double value) {
    return sorted.length == 0 ? 0 : (double) atLeast(value) / sorted.length;
  }

  /** Every value once, ascending. */
  double[] values() {
    return Arrays.stream(sorted).distinct().toArray();
  }
}
