package io.sightings.scenes.person;

import io.sightings.scenes.person.PersonTraits.FaceShape;

/** Paints the mouth: teeth when it is open, lips, and the shadows around it. */
final class MouthPainter {
  private static final int SHADE = 0x30100A;

  private final PersonTraits traits;
  private final FaceCanvas canvas;
  private final double y;
  private final double half;
  private final double cornerY;
  private final double middleY;
  private final double gape;
  private final double upperLip;
  private final double lowerLip;

  MouthPainter(FaceAnatomy face, FaceCanvas canvas, FacialExpression expression) {
    this.traits = face.traits();
    this.canvas = canvas;
    FaceShape shape = face.shape();
    y = face.mouthY();
    half = 0.275 * shape.mouthWidth() * (1 + 0.16 * expression.smile());
    cornerY = y - 0.012 - 0.05 * expression.smile();
    middleY = y + 0.02;
    gape = 0.13 * expression.open();
    upperLip = 0.075 * shape.lips();
    lowerLip = 0.095 * shape.lips();
  }

  void paint() {
    canvas.glow(0, y + lowerLip + 0.08 + gape, 0.15, traits.skin(SHADE, 0.6), 0.22);
    paintInside();
    paintLips();
    for (int side = -1; side <= 1; side += 2) {
      canvas.glow(side * half * 1.06, cornerY, 0.06, traits.skin(SHADE, 0.7), 0.45);
    }
  }

  private void paintInside() {
    canvas.fill(
        0x3A0F10,
        1,
        SmoothShapes.closed(
            -half * 0.9, cornerY, 0, y - 0.01, half * 0.9, cornerY, 0, middleY + gape * 1.15));
    if (gape > 0) {
      double edge = middleY + gape * 0.45;
      canvas.fill(
          0xE9E2D8,
          1,
          SmoothShapes.closed(
              -half * 0.55,
              cornerY + 0.02,
              half * 0.55,
              cornerY + 0.02,
              half * 0.4,
              edge,
              -half * 0.4,
              edge));
    }
  }

  private void paintLips() {
    int red = traits.woman() ? traits.skin(0x9C1F30, 0.5) : traits.skin(0x8A3A34, 0.36);
    double w = half;
    canvas.fill(
        ColourMath.mix(red, 0x2A0808, 0.16),
        1,
        SmoothShapes.closed(
            -w,
            cornerY,
            -w * 0.28,
            y - upperLip,
            0,
            y - upperLip * 0.72,
            w * 0.28,
            y - upperLip,
            w,
            cornerY,
            w * 0.4,
            middleY,
            -w * 0.4,
            middleY));
    double bottom = middleY + lowerLip + gape;
    canvas.fill(
        red,
        1,
        SmoothShapes.closed(
            -w * 0.97,
            cornerY + 0.005,
            -w * 0.4,
            middleY + gape,
            w * 0.4,
            middleY + gape,
            w * 0.97,
            cornerY + 0.005,
            w * 0.45,
            bottom,
            -w * 0.45,
            bottom));
    canvas.glow(0, middleY + lowerLip * 0.6 + gape, 0.07, ColourMath.mix(red, 0xFFFFFF, 0.5), 0.4);
    canvas.line(
        ColourMath.mix(red, 0x1A0404, 0.75),
        1,
        0.02,
        SmoothShapes.curve(-w * 1.02, cornerY, 0, 2 * middleY - cornerY, w * 1.02, cornerY));
  }
}
