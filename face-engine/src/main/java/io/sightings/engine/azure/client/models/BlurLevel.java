package io.sightings.engine.azure.client.models;

import com.azure.core.util.ExpandableEnum;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * How blurred a face is.
 *
 * @param value one of the constants', in any case, or a word the service has learnt since
 */
public record BlurLevel(@JsonValue String value) implements ExpandableEnum<String> {
  private static final List<String> KNOWN = List.of("low", "medium", "high");

  public static final BlurLevel LOW = new BlurLevel("low");
  public static final BlurLevel MEDIUM = new BlurLevel("medium");
  public static final BlurLevel HIGH = new BlurLevel("high");

  @JsonCreator
  public BlurLevel {
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
