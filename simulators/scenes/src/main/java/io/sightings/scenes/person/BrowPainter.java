package io.sightings.scenes.person;

import io.sightings.scenes.person.PersonTraits.FaceShape;
import io.sightings.scenes.person.PersonTraits.HairStyle;
import java.util.Random;

/** Paints eyebrows hair by hair; a smile or an open mouth lifts them. */
final class BrowPainter {
  private static final int HAIRS = 150;

  private final FaceAnatomy face;
  private final FaceCanvas canvas;
  private final double lift;
  private final Random random;

  BrowPainter(FaceAnatomy face, FaceCanvas canvas, FacialExpression expression) {
    this.face = face;
    this.canvas = canvas;
    lift = 0.02 * (expression.smile() + expression.open());
    random = face.traits().detail("brows");
  }

  void paint() {
    PersonTraits traits = face.traits();
    // A scarf hides the hair, and its palette may hold any colour.
    int colour =
        traits.hair() == HairStyle.SCARF
            ? 0x221712
            : ColourMath.mix(traits.palette().hair(), 0x1A100A, 0.55);
    for (int side = -1; side <= 1; side += 2) {
      for (int i = 0; i < HAIRS; i++) {
        paintHair(side, i / (HAIRS - 1.0), colour);
      }
    }
  }

  /**
   * @param along 0 at the nose to 1 at the temple
   */
  private void paintHair(int side, double along, int colour) {
    FaceShape shape = face.shape();
    double x = side * (face.eyeX() - 0.2 + 0.43 * along);
    double taper = along < 0.5 ? 0.8 + 0.4 * along : 1.5 - along;
    double thickness = 0.075 * shape.browThickness() * taper;
    double arch = (0.05 + 0.08 * shape.browArch()) * Math.sin(Math.PI * Math.pow(along, 1.2));
    double tilt = 0.025 * shape.browTilt() * (along - 0.5);
    double y = -0.225 - lift - arch - tilt + (random.nextDouble() - 0.5) * thickness;
    canvas.line(
        ColourMath.mix(colour, 0, 0.3 * random.nextDouble()),
        0.75,
        0.014,
        SmoothShapes.curve(
            x,
            y + 0.02,
            x + side * 0.02,
            y,
            x + side * (0.045 + 0.02 * along),
            y - 0.018 + 0.035 * along));
  }
}
