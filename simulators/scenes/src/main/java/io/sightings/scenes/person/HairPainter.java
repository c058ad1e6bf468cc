package io.sightings.scenes.person;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.util.Random;

/** Paints the hair of the head strand by strand, or the scarf over it. */
final class HairPainter {
  private static final int STRANDS = 560;
  private static final int SHORT_HAIRS = 2600;

  private final FaceAnatomy face;
  private final PersonTraits traits;
  private final FaceCanvas canvas;
  private final int colour;

  HairPainter(FaceAnatomy face, FaceCanvas canvas) {
    this.face = face;
    this.traits = face.traits();
    this.canvas = canvas;
    colour = traits.palette().hair();
  }

  /** What lies behind the face: a bun, or the far side of a head of curls. */
  void paintBehind() {
    Random random = traits.detail("hair behind");
    switch (traits.hair()) {
      case BUN -> paintRisingLock(new Ellipse2D.Double(-0.42, -1.85, 0.84, 0.7), -2, random);
      case CURLS -> paintCurls(110, 0.98, traits.woman() ? 1.24 : 1.1, random);
      default -> {}
    }
  }

  void paintInFront() {
    Random random = traits.detail("hair");
    double w = face.cheek();
    switch (traits.hair()) {
      case SIDE_PART -> paintFallingLock(HairOutlines.sidePart(w), 0.42, random);
      case CROP -> paintRisingLock(HairOutlines.crop(w), -1.8, random);
      case BUN -> paintRisingLock(HairOutlines.pulledBack(w), -1.5, random);
      case LONG -> paintFallingLock(HairOutlines.falling(w, 1.75), 0.05, random);
      case BOB -> paintFallingLock(HairOutlines.falling(w, 1.2), 0.05, random);
      case FRINGE -> paintFallingLock(HairOutlines.fringe(w), 0.01, random);
      case CURLS -> paintCurls(190, 0.74, traits.woman() ? 1.16 : 1.02, random);
      case SCARF -> paintScarf();
      case SHAVED -> paintShaved(random);
      case BALDING -> paintWreath(random);
    }
  }

  /** Strands fall to both sides of a parting. */
  private void paintFallingLock(Shape outline, double parting, Random random) {
    paintLock(
        outline,
        () -> {
          for (int i = 0; i < STRANDS; i++) {
            double across = 2 * random.nextDouble() - 1;
            double x = across * 1.2;
            double start = parting + 0.8 * (across - parting) * random.nextDouble();
            double top = -1.5 + 0.3 * random.nextDouble();
            double bend = -1.1 + 0.5 * random.nextDouble();
            double end = Math.abs(x) < 0.6 ? -0.4 : 1.8;
            paintStrand(SmoothShapes.curve(start, top, x * 1.05, bend, x * 1.02, end), random);
          }
        });
  }

  /** Strands rise from the hairline to a point on top. */
  private void paintRisingLock(Shape outline, double top, Random random) {
    paintLock(
        outline,
        () -> {
          for (int i = 0; i < STRANDS; i++) {
            double across = 2 * random.nextDouble() - 1;
            double x = across * 1.2;
            double root = -0.1 - 0.8 * (1 - Math.abs(across));
            paintStrand(SmoothShapes.curve(x, root, x * 0.9, -0.9, x * 0.45, top), random);
          }
        });
  }

  private void paintLock(Shape outline, Runnable strands) {
    Shape shadow = AffineTransform.getTranslateInstance(0, 0.05).createTransformedShape(outline);
    canvas.fill(traits.skin(0x2A0E08, 0.7), 0.35, shadow);
    canvas.fill(ColourMath.mix(colour, 0, 0.3), 1, outline);
    canvas.within(
        outline,
        () -> {
          strands.run();
          canvas.glow(-0.35, -1.12, 0.5, ColourMath.mix(colour, 0xFFFFFF, 0.5), 0.22);
        });
  }

  private void paintStrand(Shape strand, Random random) {
    int shade =
        random.nextInt(5) < 3
            ? ColourMath.mix(colour, 0, 0.5 * random.nextDouble())
            : ColourMath.mix(colour, 0xFFE6C8, 0.28 * random.nextDouble());
    canvas.line(shade, 0.6, 0.017, strand);
  }

  /**
   * @param inner where curls begin, as a share of the head's radius
   * @param outer where they end
   */
  private void paintCurls(int count, double inner, double outer, Random random) {
    double reach = traits.woman() ? 1.3 : 0.98;
    double height = traits.woman() ? 0.1 : 0.04;
    for (int i = 0; i < count; i++) {
      double angle = Math.PI * (reach * (random.nextDouble() - 0.5) - 0.5);
      double near = inner + height * Math.abs(Math.cos(angle));
      double radius = near + Math.max(0, outer - near) * random.nextDouble();
      double x = Math.cos(angle) * radius * 1.22 * face.cheek();
      double y = Math.sin(angle) * radius * 1.28 + 0.02;
      canvas.fill(
          ColourMath.mix(colour, 0, 0.3 * random.nextDouble()), 1, SmoothShapes.dot(x, y, 0.16));
      for (int k = 0; k < 3; k++) {
        double left = x - 0.12 + 0.06 * k * random.nextDouble();
        int start = random.nextInt(360);
        paintStrand(new Arc2D.Double(left, y - 0.12, 0.2, 0.2, start, 200, Arc2D.OPEN), random);
      }
    }
  }

  private void paintScarf() {
    double w = face.cheek();
    int cloth = traits.palette().clothes();
    Area scarf = new Area(HairOutlines.scarf(w));
    scarf.subtract(new Area(HairOutlines.scarfOpening(w, face.chin())));
    canvas.fill(cloth, 1, scarf);
    for (int i = 0; i < 7; i++) {
      Shape fold =
          SmoothShapes.curve(
              w * (0.98 + 0.04 * i),
              -0.5 + 0.1 * i,
              w * (1 + 0.04 * i),
              0.6,
              0.5 - 0.1 * i,
              1.35 + 0.05 * i);
      canvas.line(i % 2 == 0 ? 0 : 0xFFFFFF, 0.1, 0.03, fold);
    }
  }

  private void paintShaved(Random random) {
    for (int i = 0; i < SHORT_HAIRS; i++) {
      double y = -1.25 + 1.33 * random.nextDouble();
      double edge = face.halfWidth(y) * 1.02;
      double x = edge * (2 * random.nextDouble() - 1);
      if (y < -0.74 - 0.05 * Math.cos(4 * x) || Math.abs(x) > edge - 0.07) {
        paintShortHair(x, y, 0.03);
      }
    }
  }

  /** Hair only at the sides of the head. */
  private void paintWreath(Random random) {
    for (int i = 0; i < SHORT_HAIRS; i++) {
      double y = -1.25 + 1.33 * random.nextDouble();
      double edge = face.halfWidth(y) * 1.02;
      double x = edge * (2 * random.nextDouble() - 1);
      if (Math.abs(x) > edge - 0.15 && y > -1) {
        paintShortHair(x, y, 0.1);
      }
    }
  }

  private void paintShortHair(double x, double y, double length) {
    double aside = x + length / 3 * Math.signum(x);
    canvas.line(
        colour, 0.45, 0.028, SmoothShapes.curve(x, y, x + 0.01, y + length / 2, aside, y + length));
  }
}
