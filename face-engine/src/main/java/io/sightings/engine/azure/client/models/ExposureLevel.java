package io.sightings.engine.azure.client.models;

import com.azure.core.util.ExpandableEnum;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * How a face is exposed.
 *
 * @param value one of the constants', in any case, or a word the service has learnt since
 */
public record ExposureLevel(@JsonValue String value) implements ExpandableEnum<String> {
  private static final List<String> KNOWN =
      List.of("underExposure", "goodExposure", "overExposure");

  public static final ExposureLevel UNDER_EXPOSURE = new ExposureLevel("underExposure");
  public static final ExposureLevel GOOD_EXPOSURE = new ExposureLevel("goodExposure");
  public static final ExposureLevel OVER_EXPOSURE = new ExposureLevel("overExposure");

  @JsonCreator
  public ExposureLevel {
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
