package io.sightings.engine.azure.client.models;

import com.azure.core.util.ExpandableEnum;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * What detection can tell about a face. Age, smile and hair are not here: the service gives them to
 * nobody new.
 *
 * @param value one of the constants', in any case, or a word the service has learnt since
 */
public record FaceAttributeType(@JsonValue String value) implements ExpandableEnum<String> {
  private static final List<String> KNOWN =
      List.of(
          "headPose",
          "glasses",
          "occlusion",
          "accessories",
          "blur",
          "exposure",
          "noise",
          "mask",
          "qualityForRecognition");

  public static final FaceAttributeType HEAD_POSE = new FaceAttributeType("headPose");
  public static final FaceAttributeType GLASSES = new FaceAttributeType("glasses");
  public static final FaceAttributeType OCCLUSION = new FaceAttributeType("occlusion");
  public static final FaceAttributeType ACCESSORIES = new FaceAttributeType("accessories");
  public static final FaceAttributeType BLUR = new FaceAttributeType("blur");
  public static final FaceAttributeType EXPOSURE = new FaceAttributeType("exposure");
  public static final FaceAttributeType NOISE = new FaceAttributeType("noise");
  public static final FaceAttributeType MASK = new FaceAttributeType("mask");
  public static final FaceAttributeType QUALITY_FOR_RECOGNITION =
      new FaceAttributeType("qualityForRecognition");

  @JsonCreator
  public FaceAttributeType {
    value = Spelling.of(value, KNOWN);
  }

  @Override
  public String getValue() {
    return value;
  }

  @Override
  public String toString() {
    return value;
  }
}
