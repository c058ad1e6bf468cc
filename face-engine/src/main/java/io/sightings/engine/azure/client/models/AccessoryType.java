package io.sightings.engine.azure.client.models;

import com.azure.core.util.ExpandableEnum;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * What is worn on the head.
 *
 * @param value one of the constants', in any case, or a word the service has learnt since
 */
public record AccessoryType(@JsonValue String value) implements ExpandableEnum<String> {
  private static final List<String> KNOWN = List.of("headwear", "glasses", "mask");

  public static final AccessoryType HEADWEAR = new AccessoryType("headwear");
  public static final AccessoryType GLASSES = new AccessoryType("glasses");
  public static final AccessoryType MASK = new AccessoryType("mask");

  @JsonCreator
  public AccessoryType {
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
