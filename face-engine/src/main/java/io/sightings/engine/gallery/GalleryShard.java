package io.sightings.engine.gallery;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The templates of the people whose hashed ids end with the same bits. A {@link Gallery.Builder}
 * that made a shard may change it until it publishes it.
 *
 * <p>The highest bytes of the templates lie dimension by dimension, four templates in an int, since
 * the JVM's compiler makes vector instructions of loops over int arrays and not of loops over
 * bytes. The three other bytes of each value lie template by template and are shared by all copies
 * of the shard.
 */
final class GalleryShard {
  /**
   * Loops over codes run over a multiple of this. The compiler makes no vector instructions of a
   * loop that was short when it was profiled, and a gallery may begin small.
   */
  private static final int MIN_LANES = 64;

  private static final int REST_BYTES = 3;

  /** How many low bits of the hash all its people share. */
  final int depth;

  private final int dimension;
  private final int[][] codes;
  private byte[][] rests;
  private @Nullable EnrolledPerson[] owners;
  private int[] hashes;
  private int rows;
  private double residual;

  /** All templates as they are compared, where there are few; made by the first search. */
  private volatile float @Nullable [][] decoded;

  GalleryShard(int depth, int dimension) {
    this(depth, dimension, 0);
  }

  private GalleryShard(int depth, int dimension, int capacity) {
    this.depth = depth;
    this.dimension = dimension;
    codes = new int[dimension][lanes(capacity)];
    rests = new byte[capacity][];
    owners = new EnrolledPerson[capacity];
    hashes = new int[capacity];
  }

  private GalleryShard(GalleryShard from) {
    depth = from.depth;
    dimension = from.dimension;
    codes = new int[dimension][];
    for (int d = 0; d < dimension; d++) {
      codes[d] = from.codes[d].clone();
    }
    rests = from.rests.clone();
    owners = from.owners.clone();
    hashes = from.hashes.clone();
    rows = from.rows;
    residual = from.residual;
  }

  /** A copy to change. */
  GalleryShard copy() {
    return new GalleryShard(this);
  }

  int rows() {
    return rows;
  }

  /** How many ints of each array of codes are in use, those without a template included. */
  int lanes() {
    return lanes(rows);
  }

  private static int lanes(int rows) {
    return (rows + 4 * MIN_LANES - 1) / (4 * MIN_LANES) * MIN_LANES;
  }

  /** Four templates' codes in an int, each 0..255 for -1..1. */
  int[] codes(int ofDimension) {
    return codes[ofDimension];
  }

  EnrolledPerson owner(int row) {
    return owners[row];
  }

  /** The largest distance of a template from the middle of its codes. */
  double residual() {
    return residual;
  }

  /** All templates, for shards with few of them: 1 KiB each at 256 values. */
  float[][] decoded() {
    float[][] known = decoded;
    if (known == null) {
      known = new float[rows][dimension];
      for (int row = 0; row < rows; row++) {
        read(row, known[row]);
      }
      decoded = known;
    }
    return known;
  }

  /** Writes a template into {@code target}. */
  void read(int row, float[] target) {
    byte[] rest = rests[row];
    int lane = row >> 2;
    int shift = (row & 3) << 3;
    int at = 0;
    for (int d = 0; d < dimension; d++) {
      int code = codes[d][lane] >>> shift ^ 0x80;
      target[d] =
          FixedPoint.toFloat(
              code << 24 | (rest[at] & 255) << 16 | (rest[at + 1] & 255) << 8 | rest[at + 2] & 255);
      at += REST_BYTES;
    }
  }

  @Nullable EnrolledPerson find(String id, int hash) {
    for (int row = 0; row < rows; row++) {
      if (hashes[row] == hash && owners[row].hasId(id)) {
        return owners[row];
      }
    }
    return null;
  }

  /**
   * @param templates of length 1
   */
  void add(EnrolledPerson owner, int hash, List<float[]> templates) {
    decoded = null;
    ensureCapacity(rows + templates.size());
    for (float[] template : templates) {
      owners[rows] = owner;
      hashes[rows] = hash;
      rests[rows] = store(rows, template);
      rows++;
    }
  }

  private byte[] store(int row, float[] template) {
    byte[] rest = new byte[dimension * REST_BYTES];
    double squares = 0;
    int at = 0;
    for (int d = 0; d < dimension; d++) {
      int fixed = FixedPoint.of(template[d]);
      setCode(codes[d], row, fixed >>> 24 ^ 0x80);
      rest[at++] = (byte) (fixed >> 16);
      rest[at++] = (byte) (fixed >> 8);
      rest[at++] = (byte) fixed;
      double off = FixedPoint.toFloat(fixed) - FixedPoint.codeCentre(fixed);
      squares += off * off;
    }
    residual = Math.max(residual, Math.sqrt(squares));
    return rest;
  }

  private void ensureCapacity(int needed) {
    if (needed > owners.length) {
      // An eighth more: a quarter of the bytes of a large gallery are in arrays that grow.
      int capacity = needed + needed / 8;
      for (int d = 0; d < dimension; d++) {
        codes[d] = Arrays.copyOf(codes[d], lanes(capacity));
      }
      rests = Arrays.copyOf(rests, capacity);
      owners = Arrays.copyOf(owners, capacity);
      hashes = Arrays.copyOf(hashes, capacity);
    }
  }

  /** Takes a person out; the last rows fill the gaps. */
  void remove(EnrolledPerson person) {
    decoded = null;
    for (int row = rows - 1; row >= 0; row--) {
      if (owners[row] == person) {
        int last = --rows;
        for (int[] column : codes) {
          setCode(column, row, code(column, last));
        }
        rests[row] = rests[last];
        owners[row] = owners[last];
        hashes[row] = hashes[last];
        rests[last] = null;
        owners[last] = null;
      }
    }
  }

  /** The people whose next bit of the hash is {@code bit}. */
  GalleryShard half(int bit) {
    int[] chosen = new int[rows];
    int count = 0;
    for (int row = 0; row < rows; row++) {
      if ((hashes[row] >>> depth & 1) == bit) {
        chosen[count++] = row;
      }
    }
    GalleryShard half = new GalleryShard(depth + 1, dimension, count + count / 8);
    for (int d = 0; d < dimension; d++) {
      for (int row = 0; row < count; row++) {
        setCode(half.codes[d], row, code(codes[d], chosen[row]));
      }
    }
    for (int row = 0; row < count; row++) {
      half.rests[row] = rests[chosen[row]];
      half.owners[row] = owners[chosen[row]];
      half.hashes[row] = hashes[chosen[row]];
    }
    half.rows = count;
    half.residual = residual;
    return half;
  }

  private static int code(int[] column, int row) {
    return column[row >> 2] >>> ((row & 3) << 3) & 255;
  }

  private static void setCode(int[] column, int row, int code) {
    int shift = (row & 3) << 3;
    column[row >> 2] = column[row >> 2] & ~(255 << shift) | code << shift;
  }
}
