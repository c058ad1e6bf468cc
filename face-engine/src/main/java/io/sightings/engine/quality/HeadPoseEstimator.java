package io.sightings.engine.quality;

import org.jspecify.annotations.Nullable;

/** How the head is turned, told from where the nose lies between the eyes. */
public final class HeadPoseEstimator {

  private HeadPoseEstimator() {}

  /**
   * @param landmarks ten values; null where unknown
   * @return -1..1 as in {@link io.sightings.engine.FaceQuality#yaw()}
   */
  public static float yaw(float @Nullable [] landmarks) {
    if (landmarks == null) {
      return 0;
    }
    float eyesX = landmarks[2] - landmarks[0];
    float eyesY = landmarks[3] - landmarks[1];
    float square = eyesX * eyesX + eyesY * eyesY;
    if (square == 0) {
      return 0;
    }
    // 0 where the nose is level with the right eye, 1 with the left; 0.5 from the front.
    float nose =
        ((landmarks[4] - landmarks[0]) * eyesX + (landmarks[5] - landmarks[1]) * eyesY) / square;
    return Math.max(-1, Math.min(1, 2 * nose - 1));
  }
}
