package io.sightings.scenes.person;

import io.sightings.scenes.person.PersonTraits.FaceShape;
import java.awt.GradientPaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

/** Paints the eyes with lids and lashes, as far open as the expression has them. */
final class EyePainter {
  private static final int LID_SHADOW = 0x200C08;
  private static final double LOWER_LID = 0.062;
  private static final double INNER_CORNER = -0.168;

  private final FaceAnatomy face;
  private final PersonTraits traits;
  private final FaceCanvas canvas;
  private final double upper;
  private final double lower;

  EyePainter(FaceAnatomy face, FaceCanvas canvas, FacialExpression expression) {
    this.face = face;
    this.traits = face.traits();
    this.canvas = canvas;
    double smile = expression.smile();
    upper = (0.095 - 0.02 * traits.age()) * (1 - expression.blink()) * (1 - 0.2 * smile) + 0.004;
    lower = LOWER_LID * (1 - 0.25 * smile);
  }

  void paint() {
    FaceShape shape = face.shape();
    for (int side = -1; side <= 1; side += 2) {
      AffineTransform place = AffineTransform.getTranslateInstance(side * face.eyeX(), 0);
      place.scale(side * shape.eyeSize(), shape.eyeSize());
      place.rotate(-0.13 * shape.eyeTilt());
      // The lamp hangs on the left, so both eyes mirror it on the picture's left.
      double glint = side * -0.028;
      canvas.under(place, () -> paintEye(glint));
    }
  }

  private void paintEye(double glint) {
    Path2D lid = new Path2D.Double();
    lid.moveTo(INNER_CORNER, 0.036);
    lid.curveTo(-0.09, -upper * 1.3, 0.06, -upper * 1.55, 0.17, 0);
    Path2D eye = new Path2D.Double(lid);
    eye.curveTo(0.09, lower * 1.3, -0.05, lower * 1.45, INNER_CORNER, 0.036);
    canvas.fill(0xEFE9E4, 1, eye);
    canvas.within(eye, () -> paintEyeball(eye, glint));
    paintLids(lid);
  }

  private void paintEyeball(Path2D eye, double glint) {
    int iris = traits.palette().iris();
    canvas.fill(ColourMath.mix(iris, 0, 0.6), 1, SmoothShapes.dot(0, -0.012, 0.082));
    canvas.glow(0, 0.02, 0.09, ColourMath.mix(iris, 0xFFE0A0, 0.25), 1);
    canvas.fill(0x080606, 1, SmoothShapes.dot(0, -0.012, 0.033));
    canvas.fill(
        new GradientPaint(
            0,
            (float) -upper,
            ColourMath.translucent(LID_SHADOW, 0.75),
            0,
            0.012f,
            ColourMath.translucent(LID_SHADOW, 0)),
        eye);
    canvas.fill(0xC07068, 0.6, SmoothShapes.dot(-0.16, 0.032, 0.028));
    canvas.fill(0xFFFFFF, 0.92, SmoothShapes.dot(glint, -0.045, 0.016));
  }

  private void paintLids(Path2D lid) {
    canvas.line(traits.skin(0x140806, 0.88), 1, traits.woman() ? 0.034 : 0.026, lid);
    for (int i = 0; i < 5 && traits.woman(); i++) {
      canvas.line(
          0x120A08,
          0.7,
          0.009,
          SmoothShapes.curve(
              0.06 + 0.025 * i,
              -upper * 0.98 + 0.013 * i,
              0.09 + 0.026 * i,
              -upper - 0.005 + 0.005 * i,
              0.10 + 0.028 * i,
              -upper - 0.028 + 0.012 * i));
    }
    canvas.line(
        traits.skin(0x2A0E08, 0.75),
        0.75,
        0.016,
        SmoothShapes.curve(
            -0.16, -upper * 0.55 - 0.01, 0.02, -upper * 1.25 - 0.085, 0.19, -upper * 0.3 - 0.035));
    canvas.line(
        traits.skin(0x4A1C14, 0.7),
        0.6,
        0.013,
        SmoothShapes.curve(-0.13, 0.052, 0, lower * 1.9, 0.165, 0));
  }
}
