package io.sightings.engine.azure.client.models;

import com.azure.core.util.ExpandableEnum;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * What finds faces; the third finds small and turned ones best.
 *
 * @param value one of the constants', in any case, or a word the service has learnt since
 */
public record FaceDetectionModel(@JsonValue String value) implements ExpandableEnum<String> {
  private static final List<String> KNOWN = List.of("detection_01", "detection_02", "detection_03");

  public static final FaceDetectionModel DETECTION_01 = new FaceDetectionModel("detection_01");
  public static final FaceDetectionModel DETECTION_02 = new FaceDetectionModel("detection_02");
  public static final FaceDetectionModel DETECTION_03 = new FaceDetectionModel("detection_03");

  @JsonCreator
  public FaceDetectionModel {
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
