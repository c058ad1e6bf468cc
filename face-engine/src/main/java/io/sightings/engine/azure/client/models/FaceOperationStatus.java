package io.sightings.engine.azure.client.models;

import com.azure.core.util.ExpandableEnum;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * How far a training is.
 *
 * @param value one of the constants', in any case, or a word the service has learnt since
 */
public record FaceOperationStatus(@JsonValue String value) implements ExpandableEnum<String> {
  private static final List<String> KNOWN = List.of("notStarted", "running", "succeeded", "failed");

  public static final FaceOperationStatus NOT_STARTED = new FaceOperationStatus("notStarted");
  public static final FaceOperationStatus RUNNING = new FaceOperationStatus("running");
  public static final FaceOperationStatus SUCCEEDED = new FaceOperationStatus("succeeded");
  public static final FaceOperationStatus FAILED = new FaceOperationStatus("failed");

  @JsonCreator
  public FaceOperationStatus {
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
