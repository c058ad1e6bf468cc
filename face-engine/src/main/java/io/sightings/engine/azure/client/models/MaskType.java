package io.sightings.engine.azure.client.models;

import com.azure.core.util.ExpandableEnum;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * What covers a face.
 *
 * @param value one of the constants', in any case, or a word the service has learnt since
 */
public record MaskType(@JsonValue String value) implements ExpandableEnum<String> {
  private static final List<String> KNOWN =
      List.of("faceMask", "noMask", "otherMaskOrOcclusion", "uncertain");

  public static final MaskType FACE_MASK = new MaskType("faceMask");
  public static final MaskType NO_MASK = new MaskType("noMask");
  public static final MaskType OTHER_MASK_OR_OCCLUSION = new MaskType("otherMaskOrOcclusion");
  public static final MaskType UNCERTAIN = new MaskType("uncertain");

  @JsonCreator
  public MaskType {
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
