package io.sightings.engine.azure.client.models;

import com.azure.core.util.ExpandableEnum;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * How well a face can be recognised: people are enrolled with high, and identified with medium or
 * better.
 *
 * @param value one of the constants', in any case, or a word the service has learnt since
 */
public record QualityForRecognition(@JsonValue String value) implements ExpandableEnum<String> {
  private static final List<String> KNOWN = List.of("low", "medium", "high");

  public static final QualityForRecognition LOW = new QualityForRecognition("low");
  public static final QualityForRecognition MEDIUM = new QualityForRecognition("medium");
  public static final QualityForRecognition HIGH = new QualityForRecognition("high");

  @JsonCreator
  public QualityForRecognition {
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
