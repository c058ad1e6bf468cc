package io.sightings.engine.quality;

import io.sightings.engine.EngineSettings;
import io.sightings.engine.FaceQuality;

/** Decides which faces can be judged at all, and how good each shot is. */
public final class FaceQualityAssessor {
  /** Side of a face that fills the aligned crop without being enlarged. */
  private static final double FULL_SIZE = 112;

  /** A turned head costs this share of the quality when the nose reaches an eye. */
  private static final double COST_OF_TURNING = 0.7;

  private final EngineSettings.Gate gate;

  public FaceQualityAssessor(EngineSettings.Gate gate) {
    this.gate = gate;
  }

  /**
   * Whether it is worth cropping the face.
   *
   * @param decodedSize shorter side of the face as decoded: pixels that were not decoded cannot be
   *     judged
   */
  public boolean worthCropping(float decodedSize, float score) {
    return decodedSize >= gate.minSize() && score >= gate.minScore();
  }

  /** The quality of a face that is not worth cropping. */
  public FaceQuality unfit(float size, float score, float yaw) {
    return new FaceQuality(size, 0, score, yaw, 0, false);
  }

  /** The quality of a cropped face. */
  public FaceQuality judge(float size, float sharpness, float score, float yaw) {
    double fill = Math.min(1, size / FULL_SIZE);
    double focus = sharpness / (sharpness + gate.minSharpness() + 1);
    double pose = 1 - COST_OF_TURNING * Math.abs(yaw);
    float overall = (float) (score * pose * Math.sqrt(fill) * focus);
    return new FaceQuality(size, sharpness, score, yaw, overall, sharpness >= gate.minSharpness());
  }
}
