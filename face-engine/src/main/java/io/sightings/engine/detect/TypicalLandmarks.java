package io.sightings.engine.detect;

import io.sightings.contract.FaceBox;

/** Where a face's points usually lie, for boxes that come without any. */
public final class TypicalLandmarks {
  /**
   * Eyes, nose and mouth in the cascade's square boxes: the mean of 321 frontal faces, made
   * symmetric.
   */
  private static final float[] POINTS = {
    0.308f, 0.387f, 0.692f, 0.387f, 0.500f, 0.608f, 0.337f, 0.779f, 0.663f, 0.779f
  };

  private TypicalLandmarks() {}

  /** Ten values as in {@link io.sightings.engine.DetectedFace#landmarks()}. */
  public static float[] in(FaceBox box) {
    float[] points = new float[POINTS.length];
    for (int i = 0; i < points.length; i += 2) {
      points[i] = box.x() + POINTS[i] * box.width();
      points[i + 1] = box.y() + POINTS[i + 1] * box.height();
    }
    return points;
  }
}
