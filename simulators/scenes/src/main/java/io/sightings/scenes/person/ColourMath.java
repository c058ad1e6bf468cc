package io.sightings.scenes.person;

import java.awt.Color;

/** Arithmetic on 0xRRGGBB colours. */
final class ColourMath {
  private ColourMath() {}

  /** The first colour with a share, 0 to 1, of the second. */
  static int mix(int a, int b, double share) {
    return pack(
        red(a) * (1 - share) + red(b) * share,
        green(a) * (1 - share) + green(b) * share,
        blue(a) * (1 - share) + blue(b) * share);
  }

  /** The colour under another brightness of light. */
  static int lit(int colour, double level) {
    return pack(red(colour) * level, green(colour) * level, blue(colour) * level);
  }

  static Color translucent(int colour, double opacity) {
    return new Color(colour & 0xFFFFFF | (int) (255 * opacity) << 24, true);
  }

  private static int pack(double red, double green, double blue) {
    return channel(red) << 16 | channel(green) << 8 | channel(blue);
  }

  private static int channel(double value) {
    return (int) Math.max(0, Math.min(255, value + 0.5));
  }

  private static int red(int colour) {
    return colour >> 16 & 255;
  }

  private static int green(int colour) {
    return colour >> 8 & 255;
  }

  private static int blue(int colour) {
    return colour & 255;
  }
}
