package io.sightings.engine.azure.client.models;

import com.azure.core.util.ExpandableEnum;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * What is worn before the eyes.
 *
 * @param value one of the constants', in any case, or a word the service has learnt since
 */
public record GlassesType(@JsonValue String value) implements ExpandableEnum<String> {
  private static final List<String> KNOWN =
      List.of("noGlasses", "readingGlasses", "sunglasses", "swimmingGoggles");

  public static final GlassesType NO_GLASSES = new GlassesType("noGlasses");
  public static final GlassesType READING_GLASSES = new GlassesType("readingGlasses");
  public static final GlassesType SUNGLASSES = new GlassesType("sunglasses");
  public static final GlassesType SWIMMING_GOGGLES = new GlassesType("swimmingGoggles");

  @JsonCreator
  public GlassesType {
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
