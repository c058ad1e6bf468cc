package io.sightings.azure.client.models;

/** The requested attributes of a face; every other one is null. */
public record FaceAttributes(
    HeadPose headPose,
    String glasses,
    Occlusion occlusion,
    Blur blur,
    Exposure exposure,
    Mask mask,
    String qualityForRecognition) {

  public FaceAttributes {
    glasses = FaceApiConstants.of(glasses);
    qualityForRecognition = FaceApiConstants.of(qualityForRecognition);
  }

  /** In degrees. */
  public record HeadPose(double pitch, double roll, double yaw) {}

  /** Which parts of the face are hidden. */
  public record Occlusion(boolean foreheadOccluded, boolean eyeOccluded, boolean mouthOccluded) {}

  /**
   * @param value 0 (sharp) to 1
   */
  public record Blur(String blurLevel, double value) {
    public Blur {
      blurLevel = FaceApiConstants.of(blurLevel);
    }
  }

  /**
   * @param value 0 (dark) to 1; good from 0.25 to 0.75
   */
  public record Exposure(String exposureLevel, double value) {
    public Exposure {
      exposureLevel = FaceApiConstants.of(exposureLevel);
    }
  }

  /** Whether a mask is worn, and how. */
  public record Mask(boolean noseAndMouthCovered, String type) {
    public Mask {
      type = FaceApiConstants.of(type);
    }
  }
}
