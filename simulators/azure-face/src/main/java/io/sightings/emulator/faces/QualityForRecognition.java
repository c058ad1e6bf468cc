package io.sightings.emulator.faces;

import io.sightings.engine.EngineSettings;
import io.sightings.engine.FaceQuality;

/** What the service calls qualityForRecognition. */
public enum QualityForRecognition {
  /** Does not pass the local engine's gate. */
  LOW,
  /** Good enough to be identified. */
  MEDIUM,
  /** Good enough to enrol somebody with. */
  HIGH;

  /** Shorter side in pixels. */
  private static final double GOOD_SIZE = 80;

  /** Of {@link FaceQuality#yaw()}. */
  private static final double GOOD_TURN = 0.6;

  /** As many times as sharp as it must be to pass the gate. */
  private static final double GOOD_SHARPNESS = 2;

  public static QualityForRecognition of(FaceQuality quality, EngineSettings.Gate gate) {
    if (!quality.judgeable()) {
      return LOW;
    }
    boolean good =
        quality.size() >= GOOD_SIZE
            && Math.abs(quality.yaw()) <= GOOD_TURN
            && quality.sharpness() >= GOOD_SHARPNESS * gate.minSharpness();
    return good ? HIGH : MEDIUM;
  }
}
