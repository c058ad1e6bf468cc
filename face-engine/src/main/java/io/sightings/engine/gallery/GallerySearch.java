package io.sightings.engine.gallery;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The search for one face, shard by shard. A first pass adds products of 8-bit codes for all
 * templates; exact similarities are computed only for those that the bound of {@link QueryCodes}
 * does not exclude, from the most promising on.
 */
final class GallerySearch {
  /** For so few templates, a first pass takes longer than it saves. */
  private static final int MAX_DECODED = 64;

  private static final int EVEN_BYTES = 0x00ff00ff;

  private final float[] query;
  private @Nullable QueryCodes codes;
  private final BestMatches matches = new BestMatches();
  private final float[] template;

  /** Sums of templates 0 and 2, and of 1 and 3, of each int of codes: two 16-bit sums in one. */
  private int[] even = {};

  private int[] odd = {};

  /** Each a negated sum, and the row. */
  private long[] candidates = {};

  /**
   * @param query of length 1
   */
  GallerySearch(float[] query) {
    this.query = query;
    template = new float[query.length];
  }

  BestMatches matches() {
    return matches;
  }

  void search(GalleryShard shard) {
    if (shard.rows() <= MAX_DECODED) {
      float[][] templates = shard.decoded();
      for (int row = 0; row < templates.length; row++) {
        matches.offer(shard.owner(row), VectorMath.dot(query, templates[row], 0));
      }
      return;
    }
    if (codes == null) {
      codes = new QueryCodes(query);
    }
    int lanes = shard.lanes();
    if (even.length < lanes) {
      even = new int[lanes];
      odd = new int[lanes];
      candidates = new long[lanes * 4];
    }
    addProducts(shard, lanes);
    int count = collect(shard, lanes);
    Arrays.sort(candidates, 0, count);
    for (int i = 0; i < count; i++) {
      if (-(candidates[i] >> 32) < leastSum(shard)) {
        return;
      }
      compare(shard, (int) candidates[i]);
    }
  }

  private void compare(GalleryShard shard, int row) {
    shard.read(row, template);
    matches.offer(shard.owner(row), VectorMath.dot(query, template, 0));
  }

  private int leastSum(GalleryShard shard) {
    return codes.leastSum(matches.least(), shard.residual());
  }

  private void addProducts(GalleryShard shard, int lanes) {
    Arrays.fill(even, 0, lanes, codes.start());
    Arrays.fill(odd, 0, lanes, codes.start());
    int[] q = codes.codes();
    int last = query.length - 1;
    for (int d = 0; d <= last; d += 4) {
      int[] c0 = shard.codes(d);
      int[] c1 = shard.codes(Math.min(d + 1, last));
      int[] c2 = shard.codes(Math.min(d + 2, last));
      int[] c3 = shard.codes(Math.min(d + 3, last));
      addEven(even, lanes, c0, c1, c2, c3, q[d], q[d + 1], q[d + 2], q[d + 3]);
      addOdd(odd, lanes, c0, c1, c2, c3, q[d], q[d + 1], q[d + 2], q[d + 3]);
    }
  }

  // C2 makes vector instructions of these loops as long as each has its own arrays and few
  // operations: one loop for both sums, or one array with offsets, takes eight times as long.

  private static void addEven(
      int[] sums,
      int lanes,
      int[] c0,
      int[] c1,
      int[] c2,
      int[] c3,
      int q0,
      int q1,
      int q2,
      int q3) {
    for (int i = 0; i < lanes; i++) {
      sums[i] +=
          (c0[i] & EVEN_BYTES) * q0
              + (c1[i] & EVEN_BYTES) * q1
              + (c2[i] & EVEN_BYTES) * q2
              + (c3[i] & EVEN_BYTES) * q3;
    }
  }

  private static void addOdd(
      int[] sums,
      int lanes,
      int[] c0,
      int[] c1,
      int[] c2,
      int[] c3,
      int q0,
      int q1,
      int q2,
      int q3) {
    for (int i = 0; i < lanes; i++) {
      sums[i] +=
          (c0[i] >>> 8 & EVEN_BYTES) * q0
              + (c1[i] >>> 8 & EVEN_BYTES) * q1
              + (c2[i] >>> 8 & EVEN_BYTES) * q2
              + (c3[i] >>> 8 & EVEN_BYTES) * q3;
    }
  }

  /** Unpacks the sums, and keeps the rows that may matter. */
  private int collect(GalleryShard shard, int lanes) {
    int least = leastSum(shard);
    int rows = shard.rows();
    int count = 0;
    for (int lane = 0; lane < lanes; lane++) {
      int sum0 = (short) even[lane];
      int sum1 = (short) odd[lane];
      int sum2 = even[lane] - sum0 >> 16;
      int sum3 = odd[lane] - sum1 >> 16;
      if (Math.max(Math.max(sum0, sum1), Math.max(sum2, sum3)) >= least) {
        count = keep(4 * lane, rows, sum0, least, count);
        count = keep(4 * lane + 1, rows, sum1, least, count);
        count = keep(4 * lane + 2, rows, sum2, least, count);
        count = keep(4 * lane + 3, rows, sum3, least, count);
      }
    }
    return count;
  }

  private int keep(int row, int rows, int sum, int least, int count) {
    if (row < rows && sum >= least) {
      candidates[count] = (long) -sum << 32 | row;
      return count + 1;
    }
    return count;
  }
}
