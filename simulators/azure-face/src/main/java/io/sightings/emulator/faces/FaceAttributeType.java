package io.sightings.emulator.faces;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What may be asked about a face, and which models can tell. */
public enum FaceAttributeType {
  HEAD_POSE("headPose", "detection_01", "detection_03"),
  GLASSES("glasses", "detection_01", "detection_03"),
  OCCLUSION("occlusion", "detection_01", "detection_03"),
  ACCESSORIES("accessories", "detection_01"),
  BLUR("blur", "detection_01", "detection_03"),
  EXPOSURE("exposure", "detection_01", "detection_03"),
  NOISE("noise", "detection_01"),
  MASK("mask", "detection_03"),
  QUALITY_FOR_RECOGNITION("qualityForRecognition", "detection_01", "detection_03");

  /** Retired, or given to few: asking for one is refused as an unapproved feature. */
  public static final Set<String> GATED =
      Set.of("age", "gender", "smile", "facialHair", "hair", "emotion", "makeup");

  private static final Set<String> JUDGES_OF_QUALITY = Set.of("recognition_03", "recognition_04");

  private final String key;
  private final Set<String> detectionModels;

  FaceAttributeType(String key, String... detectionModels) {
    this.key = key;
    this.detectionModels = Set.of(detectionModels);
  }

  /** The attribute of this name, in any case. */
  public static Optional<FaceAttributeType> named(String name) {
    return Arrays.stream(values()).filter(each -> each.key.equalsIgnoreCase(name)).findFirst();
  }

  public boolean isSupportedBy(String detectionModel, String recognitionModel) {
    return detectionModels.contains(detectionModel)
        && (this != QUALITY_FOR_RECOGNITION || JUDGES_OF_QUALITY.contains(recognitionModel));
  }
}
