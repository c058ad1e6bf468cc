package io.sightings.engine.embed;

import io.sightings.engine.DetectedFace;
import io.sightings.engine.FaceEmbedder;
import io.sightings.engine.gallery.Vectors;

/**
 * Describes a face by the histograms of its local binary patterns over a grid (Ahonen et al.,
 * 2006). Needs no model; tells a few people apart, and is weak at refusing strangers.
 */
public final class LbphEmbedder implements FaceEmbedder {
  public static final String NAME = "lbph";

  private static final int CELLS = 8;
  private static final int CELL_SIDE = DetectedFace.CROP_SIDE / CELLS;
  private static final int DIMENSION = CELLS * CELLS * LocalBinaryPatterns.BINS;
  private static final float THRESHOLD = 0.8f;
  private static final float MARGIN = 0.03f;

  private final float threshold;

  /**
   * @param threshold to use instead of its own; 0 for its own
   */
  public LbphEmbedder(float threshold) {
    this.threshold = threshold > 0 ? threshold : THRESHOLD;
  }

  @Override
  public float[] embed(byte[] crop) {
    int[] patterns = LocalBinaryPatterns.of(GreyFace.blurred(crop));
    float[] histogram = new float[DIMENSION];
    for (int y = 0; y < DetectedFace.CROP_SIDE; y++) {
      for (int x = 0; x < DetectedFace.CROP_SIDE; x++) {
        int cell = y / CELL_SIDE * CELLS + x / CELL_SIDE;
        histogram[cell * LocalBinaryPatterns.BINS + patterns[y * DetectedFace.CROP_SIDE + x]]++;
      }
    }
    // Square roots make the cosine the Hellinger affinity: a better measure for histograms than
    // their raw product.
    for (int i = 0; i < DIMENSION; i++) {
      histogram[i] = (float) Math.sqrt(histogram[i]);
    }
    Vectors.normalise(histogram);
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
