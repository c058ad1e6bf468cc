package io.sightings.engine.align;

import io.sightings.engine.DetectedFace;
import org.bytedeco.opencv.opencv_core.Mat;

/** Cuts faces out so that eyes, nose and mouth always lie at the same places. One per thread. */
public final class FaceAligner implements AutoCloseable {
  /**
   * Where ArcFace's training data (Deng et al., 2019) has the five landmarks, for a side of 112.
   */
  private static final float[] TEMPLATE = {
    38.2946f, 51.6963f, 73.5318f, 51.5014f, 56.0252f, 71.7366f, 41.5493f, 92.3655f, 70.7299f,
    92.2041f
  };

  private final PatchCutter cutter = new PatchCutter(DetectedFace.CROP_SIDE);

  /**
   * @param pixels blue, green, red bytes
   * @param landmarks ten values in the same pixels
   * @return the face, valid until the next call
   */
  public Mat align(Mat pixels, float[] landmarks) {
    return cutter.cut(pixels, SimilarityTransform.between(landmarks, TEMPLATE));
  }

  @Override
  public void close() {
    cutter.close();
  }
}
