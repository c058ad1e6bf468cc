package io.sightings.scenes.person;

import io.sightings.scenes.person.PersonTraits.GlassesStyle;
import java.awt.geom.RoundRectangle2D;

/** Paints glasses. */
final class GlassesPainter {
  private static final double WIRE = 0.025;

  private final FaceAnatomy face;
  private final FaceCanvas canvas;

  GlassesPainter(FaceAnatomy face, FaceCanvas canvas) {
    this.face = face;
    this.canvas = canvas;
  }

  void paint() {
    if (face.traits().glasses() == GlassesStyle.NONE) {
      return;
    }
    boolean round = face.traits().glasses() == GlassesStyle.ROUND;
    int colour = round ? 0x6B4A2E : 0x2A2C33;
    double x = face.eyeX() * 1.03;
    double half = round ? 0.23 : 0.26;
    double height = round ? 0.43 : 0.36;
    double arcWidth = round ? half * 2 : 0.16;
    double arcHeight = round ? height : 0.16;
    for (int side = -1; side <= 1; side += 2) {
      canvas.line(
          colour,
          1,
          WIRE,
          new RoundRectangle2D.Double(
              side * x - half, -height * 0.46, 2 * half, height, arcWidth, arcHeight));
    }
    double cheek = face.cheek();
    canvas.linePair(colour, 1, WIRE, x + half, -0.08, cheek - 0.02, -0.1, cheek + 0.03, -0.06);
    canvas.line(colour, 1, WIRE, SmoothShapes.curve(half - x, -0.04, 0, -0.1, x - half, -0.04));
  }
}
