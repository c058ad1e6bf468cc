package io.sightings.engine.azure.client.models;

import com.azure.core.util.ExpandableEnum;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * What compares faces; those of one model cannot be compared with those of another.
 *
 * @param value one of the constants', in any case, or a word the service has learnt since
 */
public record FaceRecognitionModel(@JsonValue String value) implements ExpandableEnum<String> {
  private static final List<String> KNOWN =
      List.of("recognition_01", "recognition_02", "recognition_03", "recognition_04");

  public static final FaceRecognitionModel RECOGNITION_01 =
      new FaceRecognitionModel("recognition_01");
  public static final FaceRecognitionModel RECOGNITION_02 =
      new FaceRecognitionModel("recognition_02");
  public static final FaceRecognitionModel RECOGNITION_03 =
      new FaceRecognitionModel("recognition_03");
  public static final FaceRecognitionModel RECOGNITION_04 =
      new FaceRecognitionModel("recognition_04");

  @JsonCreator
  public FaceRecognitionModel {
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
