package io.sightings.scenes.person;

/** Lights a premultiplied colour by the slope of the surface: diffuse light, and a little shine. */
final class ReliefShading {
  private static final double AMBIENT = 0.5;
  private static final double DIFFUSE = 0.57;
  private static final double SHINE = 13;
  private static final int SHINE_EXPONENT = 26;
  private static final int STEPS = 512;

  private final double x;
  private final double y = -0.42;
  private final double z = 0.85;
  private final double length;

  /** Shade per channel in 1/256, by the cosine between light and surface: skin reddens in shade. */
  private final int[] red = new int[STEPS + 1];

  private final int[] green = new int[STEPS + 1];
  private final int[] blue = new int[STEPS + 1];
  private final int[] shine = new int[STEPS + 1];

  ReliefShading(SceneLight light) {
    x = 0.75 * light.side();
    length = Math.sqrt(x * x + y * y + z * z);
    for (int i = 0; i <= STEPS; i++) {
      double cosine = (double) i / STEPS;
      double shade = (AMBIENT + DIFFUSE * cosine) * light.level();
      red[i] = (int) Math.round(256 * Math.pow(shade, 0.85));
      green[i] = (int) Math.round(256 * shade);
      blue[i] = (int) Math.round(256 * Math.pow(shade, 1.07));
      shine[i] = (int) Math.round(SHINE * light.level() * Math.pow(cosine, SHINE_EXPONENT));
    }
  }

  /** The colour lit and laid over what is behind it (0xRRGGBB). */
  int over(int premultiplied, double slopeAcross, double slopeDown, int behind) {
    double normal = Math.sqrt(slopeAcross * slopeAcross + slopeDown * slopeDown + 1);
    double towardsLight = -slopeAcross * x - slopeDown * y;
    int diffuse = step((towardsLight + z) / (normal * length));
    int alpha = premultiplied >>> 24;
    int gloss = shine[step((0.5 * towardsLight + 1) / (normal * 1.05))] * alpha >> 8;
    int through = 256 - alpha - (alpha >> 7);
    int r = channel(premultiplied >> 16, red[diffuse], gloss, alpha, behind >> 16, through);
    int g = channel(premultiplied >> 8, green[diffuse], gloss, alpha, behind >> 8, through);
    int b = channel(premultiplied, blue[diffuse], gloss, alpha, behind, through);
    return r << 16 | g << 8 | b;
  }

  private static int step(double cosine) {
    return (int) (Math.max(0, Math.min(1, cosine)) * STEPS);
  }

  private static int channel(int colour, int shade, int gloss, int alpha, int behind, int through) {
    int lit = Math.min(alpha, ((colour & 255) * shade >> 8) + gloss);
    return Math.min(255, lit + ((behind & 255) * through >> 8));
  }
}
