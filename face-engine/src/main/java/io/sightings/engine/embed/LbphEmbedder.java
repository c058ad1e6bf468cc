package io.sightings.engine.embed;

import io.sightings.engine.DetectedFace;
import io.sightings.engine.FaceEmbedder;
import io.sightings.engine.gallery.VectorMath;

/**
 * Describes a face by the histograms of its local binary patterns over a grid (Ahonen et al.,
 * 2006). Needs no model; tells a few people apart, and is weak at refusing strangers.
 */
public final class LbphEmbedder implements FaceEmbedder {
  public static final String NAME = "lbph";

  /**
   * What lies further out is hair and background: leaving it out names more faces rightly (0.978
   * for 0.950).
   */
  private static final int BORDER = 12;

  private static final int CELLS = 8;
  private static final int CELL_SIDE = (DetectedFace.CROP_SIDE - 2 * BORDER) / CELLS;
  private static final int DIMENSION = CELLS * CELLS * LocalBinaryPatterns.BINS;

  /**
   * Five people known by five portraits each: 88 % of other portraits named, all rightly, and 3 %
   * of strangers.
   */
  private static final float THRESHOLD = 0.78f;

  private static final float MARGIN = 0.02f;

  private final float threshold;

  /**
   * @param threshold to use instead of its own; 0 for its own
   */
  public LbphEmbedder(float threshold) {
    this.threshold = threshold > 0 ? threshold : THRESHOLD;
  }

  @Override
  public float[] embed(byte[] crop) {
    float[] grey = GaussianGreyFilter.blurred(crop);
    float[] histogram = new float[DIMENSION];
    for (int y = 0; y < CELLS * CELL_SIDE; y++) {
      for (int x = 0; x < CELLS * CELL_SIDE; x++) {
        int cell = y / CELL_SIDE * CELLS + x / CELL_SIDE;
        int bin = LocalBinaryPatterns.bin(grey, BORDER + x, BORDER + y);
        histogram[cell * LocalBinaryPatterns.BINS + bin]++;
      }
    }
    // Square roots make the cosine the Hellinger affinity: a better measure for histograms than
    // their raw product.
    for (int i = 0; i < DIMENSION; i++) {
      histogram[i] = (float) Math.sqrt(histogram[i]);
    }
    VectorMath.normalise(histogram);
    return histogram;
  }

  @Override
  public String model() {
    return NAME;
  }

  @Override
  public int dimension() {
    return DIMENSION;
  }

  @Override
  public float threshold() {
    return threshold;
  }

  @Override
  public float margin() {
    return MARGIN;
  }
}
