package io.sightings.engine.azure.client.models;

import com.azure.core.util.ExpandableEnum;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * How noisy a face is.
 *
 * @param value one of the constants', in any case, or a word the service has learnt since
 */
public record NoiseLevel(@JsonValue String value) implements ExpandableEnum<String> {
  private static final List<String> KNOWN = List.of("low", "medium", "high");

  public static final NoiseLevel LOW = new NoiseLevel("low");
  public static final NoiseLevel MEDIUM = new NoiseLevel("medium");
  public static final NoiseLevel HIGH = new NoiseLevel("high");

  @JsonCreator
  public NoiseLevel {
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
