package io.sightings.engine.gallery;

/**
 * A face to search for, as small whole numbers, and how far sums of products with them may be off.
 *
 * <p>A template x has the code centre a, a face q has the code b. By Cauchy and Schwarz, {@code |xq
 * - ab| = |(x - a)b + x(q - b)| <= |x - a||b| + |x||q - b|}. All lengths on the right are known.
 */
final class QueryCodes {
  /** Sums of products are read from 16 bits. */
  private static final int MAX_SUM = Short.MAX_VALUE;

  private final int[] codes;
  private final int sum;
  private final double perUnit;
  private final double length;
  private final double residual;
  private final double rounding;

  /**
   * @param query of length 1
   */
  QueryCodes(float[] query) {
    int dimension = query.length;
    // |floor(128 x)| <= 128|x| + sqrt(n); half as much again for the rounding of the query.
    double longest = FixedPoint.CODES_PER_UNIT * 1.001 + Math.sqrt(dimension);
    double scale = MAX_SUM / longest - 0.5 * Math.sqrt(dimension) - 1;
    // Zeros to a multiple of four: so many dimensions are added at once.
    codes = new int[(dimension + 3) / 4 * 4];
    int total = 0;
    double squares = 0;
    double off = 0;
    for (int d = 0; d < dimension; d++) {
      codes[d] = (int) Math.rint(query[d] * scale);
      total += codes[d];
      double coded = codes[d] / scale;
      squares += coded * coded;
      off += (query[d] - coded) * (query[d] - coded);
    }
    sum = total;
    perUnit = scale * FixedPoint.CODES_PER_UNIT;
    length = Math.sqrt(squares);
    residual = Math.sqrt(off);
    // The similarity itself is a sum of n products of floats, each rounded by 2^-24 at most.
    rounding = (dimension + 8) * 0x1p-24;
  }

  /** A multiple of four of them; those beyond the dimension are 0. */
  int[] codes() {
    return codes;
  }

  /** What a sum of products starts with, since stored codes are 128 too large: for two sums. */
  int start() {
    return -FixedPoint.CODES_PER_UNIT * sum * 0x10001;
  }

  /**
   * The least sum of products of codes that a template with this similarity may have.
   *
   * @param farthest the largest distance of a template from the middle of its codes
   */
  int leastSum(float similarity, double farthest) {
    double error = farthest * length + residual * 1.001 + rounding;
    // The middle of a code is half a code higher. The cast ends at the smallest int.
    return (int) Math.floor((similarity - error) * perUnit - 0.5 * sum);
  }
}
