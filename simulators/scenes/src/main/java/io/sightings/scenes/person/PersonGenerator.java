package io.sightings.scenes.person;

import io.sightings.scenes.person.PersonTraits.BeardStyle;
import io.sightings.scenes.person.PersonTraits.FaceShape;
import io.sightings.scenes.person.PersonTraits.GlassesStyle;
import io.sightings.scenes.person.PersonTraits.HairStyle;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Invents people. */
public final class PersonGenerator {
  private static final int[] SKINS = {
    0xECC4A6, 0x74472F, 0xDBA47E, 0xB67B55, 0xE4B792, 0x8F5B3E, 0xEEC8B0, 0xC99069, 0x5E3A27,
    0xE0AB80
  };
  private static final int[] HAIRS = {
    0x4A3220, 0x14110F, 0x6B4426, 0x1B1512, 0xC79E62, 0x19130F, 0x9C4A20, 0x3A281D, 0x100E0D,
    0x241A14
  };
  private static final int[] IRISES = {
    0x4F7390, 0x3B2416, 0x5B4A26, 0x3A2415, 0x5C7F66, 0x2F1C12, 0x5E8CA8, 0x4A2F1A, 0x2A1910,
    0x4B3220
  };
  private static final int[] CLOTHES = {
    0x34507A, 0xB5493B, 0x3E6B55, 0xE0C47A, 0x70508A, 0xC9CED6,
    0x39434E, 0xD98A5F, 0x5F93A8, 0x8A8F5A, 0xA33B5C, 0xEFE9DD
  };
  private static final int GREY = 0xB9B5AE;
  private static final List<HairStyle> MEN =
      List.of(
          HairStyle.SIDE_PART,
          HairStyle.SHAVED,
          HairStyle.CROP,
          HairStyle.BALDING,
          HairStyle.CURLS,
          HairStyle.LONG);
  private static final List<HairStyle> WOMEN =
      List.of(
          HairStyle.LONG,
          HairStyle.BOB,
          HairStyle.BUN,
          HairStyle.CURLS,
          HairStyle.FRINGE,
          HairStyle.SCARF);

  /** Free choices per person. */
  private static final int CHOICES = 17;

  private PersonGenerator() {}

  /**
   * People whose traits are spread evenly, so that neighbours in the list do not resemble each
   * other. The same seed gives the same people, and a longer list begins with the shorter one.
   */
  public static List<PersonTraits> of(long seed, int count) {
    double[] start = new Random(seed).doubles(CHOICES).toArray();
    return IntStream.range(0, count).mapToObj(i -> person(seed, i, spread(start, i))).toList();
  }

  /** An additive recurrence per choice: steps of irrational size cover 0 to 1 evenly. */
  private static double[] spread(double[] start, int i) {
    double[] choices = new double[start.length];
    for (int k = 0; k < start.length; k++) {
      double step = 0.6180339887 + 0.1327 * k * (k % 3 + 1);
      choices[k] = (start[k] + (i + 1) * step) % 1;
    }
    return choices;
  }

  private static PersonTraits person(long seed, int i, double[] c) {
    boolean woman = i % 2 == 1;
    HairStyle hair = (woman ? WOMEN : MEN).get((int) Math.floorMod(i / 2 + seed, 6L));
    double age = hair == HairStyle.BALDING ? 0.7 + 0.3 * c[0] : 0.9 * c[0];
    return new PersonTraits(
        seed * 1000 + i,
        woman,
        age,
        palette(seed, i, age),
        hair,
        woman ? BeardStyle.NONE : BeardStyle.values()[(int) (c[1] * BeardStyle.values().length)],
        c[2] < 0.16 ? GlassesStyle.ROUND : c[2] < 0.32 ? GlassesStyle.SQUARE : GlassesStyle.NONE,
        shape(c, woman ? 1 : 0, age));
  }

  private static PersonPalette palette(long seed, int i, double age) {
    int tone = (int) Math.floorMod(i * 3L + i / 10 + seed, (long) SKINS.length);
    int grey = ColourMath.mix(GREY, SKINS[tone], 0.3);
    int hair = ColourMath.mix(HAIRS[tone], grey, Math.max(0, Math.min(1, 3.5 * (age - 0.6))));
    int clothes = CLOTHES[(int) Math.floorMod(i * 5L + seed, (long) CLOTHES.length)];
    return new PersonPalette(SKINS[tone], hair, IRISES[tone], clothes);
  }

  private static FaceShape shape(double[] c, double woman, double age) {
    return new FaceShape(
        0.92 + 0.2 * c[3] - 0.03 * woman,
        0.2 + 0.8 * c[4] - 0.3 * woman * (0.5 + c[4]),
        0.93 + 0.15 * c[5] - 0.02 * woman,
        0.88 + 0.24 * c[6],
        0.84 + 0.3 * c[7] + 0.06 * woman,
        2 * c[8] - 1,
        0.65 + c[9] - 0.3 * woman * (0.3 + c[9]),
        c[10],
        2 * c[11] - 1,
        0.84 + 0.3 * c[12],
        0.8 + 0.55 * c[13] - 0.08 * woman,
        0.8 + 0.42 * c[14],
        (0.7 + 0.75 * c[15] + 0.1 * woman) * (1 - 0.3 * age),
        Math.max(0, 1 - 4 * c[16]));
  }
}
