package io.sightings.scenes.person;

import io.sightings.scenes.person.PersonTraits.BeardStyle;
import java.awt.geom.Area;
import java.util.Random;

/** Paints facial hair: a tinted area, and hairs in it. */
final class BeardPainter {
  private static final int HAIRS = 2600;

  private final FaceAnatomy face;
  private final PersonTraits traits;
  private final FaceCanvas canvas;

  BeardPainter(FaceAnatomy face, FaceCanvas canvas) {
    this.face = face;
    this.traits = face.traits();
    this.canvas = canvas;
  }

  void paint() {
    if (traits.beard() == BeardStyle.NONE) {
      return;
    }
    boolean stubble = traits.beard() == BeardStyle.STUBBLE;
    Area area = area();
    int hair = traits.palette().hair();
    canvas.fill(ColourMath.mix(hair, traits.palette().skin(), 0.3), stubble ? 0.22 : 0.65, area);
    double length = stubble ? 0.012 : traits.beard() == BeardStyle.MOUSTACHE ? 0.05 : 0.08;
    Random random = traits.detail("beard");
    for (int i = 0; i < HAIRS; i++) {
      double x = 1.7 * random.nextDouble() - 0.85;
      double y = 0.05 + 1.4 * random.nextDouble();
      int tint = random.nextBoolean() ? 0 : 0xD0B090;
      int colour = ColourMath.mix(hair, tint, 0.25 * random.nextDouble());
      if (area.contains(x, y)) {
        double aside = x + 0.25 * length * Math.signum(x);
        canvas.line(
            colour,
            stubble ? 0.4 : 0.7,
            0.012,
            SmoothShapes.curve(x, y, x + 0.01, y + length * 0.6, aside, y + length));
      }
    }
  }

  private Area area() {
    Area area = moustache();
    switch (traits.beard()) {
      case GOATEE -> area.add(chinBeard());
      case FULL -> area.add(cheekBeard());
      case STUBBLE -> {
        area.add(cheekBeard());
        area.intersect(new Area(face.outline()));
      }
      default -> {}
    }
    return area;
  }

  private Area moustache() {
    double m = face.mouthY();
    return new Area(
        SmoothShapes.mirrored(
            1, 0.06, m - 0.2, 0.25, m - 0.14, 0.35, m - 0.01, 0.2, m - 0.06, 0.05, m - 0.075));
  }

  private Area chinBeard() {
    double m = face.mouthY();
    double chin = face.chin();
    return new Area(
        SmoothShapes.mirrored(
            1,
            0.1,
            m + 0.2,
            0.26,
            m + 0.14,
            0.31,
            m - 0.03,
            0.38,
            m + 0.03,
            0.36,
            chin - 0.05,
            0.2,
            chin + 0.12));
  }

  private Area cheekBeard() {
    double m = face.mouthY();
    double chin = face.chin();
    double cheek = face.cheek();
    return new Area(
        SmoothShapes.mirrored(
            1,
            0.1,
            m + 0.2,
            0.27,
            m + 0.16,
            0.34,
            m - 0.08,
            cheek * 0.72,
            m - 0.2,
            cheek * 0.92,
            0.35,
            cheek * 0.95,
            0.05,
            cheek * 1.03,
            0.1,
            cheek * 1.02,
            m - 0.1,
            cheek * 0.72,
            chin - 0.06,
            0.3,
            chin + 0.16));
  }
}
