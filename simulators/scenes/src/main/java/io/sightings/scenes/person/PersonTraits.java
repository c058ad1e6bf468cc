package io.sightings.scenes.person;

import java.util.Random;

/**
 * What makes a drawn person this person and nobody else: equal traits give equal pixels.
 *
 * @param seed decides what has no parameter of its own, such as where each strand of hair lies
 * @param age 0 (young) to 1 (old): wrinkles, thinner lips, grey hair
 */
public record PersonTraits(
    long seed,
    boolean woman,
    double age,
    PersonPalette palette,
    HairStyle hair,
    BeardStyle beard,
    GlassesStyle glasses,
    FaceShape shape) {

  /**
   * A source of detail for one part of the body. Every part has its own, so that what one part
   * draws never depends on which others were drawn before it.
   */
  Random detail(String part) {
    return new Random(31 * seed + part.hashCode());
  }

  /** The skin's colour tinted by a share, 0 to 1, of another colour. */
  int skin(int tint, double share) {
    return ColourMath.mix(palette.skin(), tint, share);
  }

  /** The hairstyles (and the one head covering) a drawn person may wear. */
  public enum HairStyle {
    SIDE_PART,
    CROP,
    SHAVED,
    BALDING,
    CURLS,
    LONG,
    BOB,
    FRINGE,
    BUN,
    SCARF
  }

  /**
   * The proportions of a face. Jaw (round to square), browArch and freckles run 0 to 1, the two
   * tilts -1 to 1; everything else is a factor around 1.
   */
  public record FaceShape(
      double width,
      double jaw,
      double length,
      double eyeGap,
      double eyeSize,
      double eyeTilt,
      double browThickness,
      double browArch,
      double browTilt,
      double noseLength,
      double noseWidth,
      double mouthWidth,
      double lips,
      double freckles) {}

  /** Facial hair, from none to a full beard. */
  public enum BeardStyle {
    NONE,
    STUBBLE,
    MOUSTACHE,
    GOATEE,
    FULL
  }

  /** The glasses a drawn person wears. */
  public enum GlassesStyle {
    NONE,
    ROUND,
    SQUARE
  }
}
