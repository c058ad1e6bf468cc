package io.sightings.scenes.person;

import io.sightings.scenes.person.PersonTraits.FaceShape;
import java.awt.geom.Path2D;

/** Where the parts of one person's face lie, in units of the drawing. */
record FaceAnatomy(
    PersonTraits traits, double cheek, double eyeX, double noseY, double mouthY, double chin) {
  private static final double CROWN = -1.26;
  private static final double WIDEST = 0.1;
  private static final int OUTLINE_POINTS = 121;

  static FaceAnatomy of(PersonTraits traits) {
    FaceShape shape = traits.shape();
    double noseY = 0.43 * shape.noseLength();
    double mouthY = noseY + 0.37 * shape.length();
    double chin = Math.max(1.25 * shape.length(), mouthY + 0.4);
    return new FaceAnatomy(
        traits, 0.77 * shape.width(), 0.345 * shape.eyeGap(), noseY, mouthY, chin);
  }

  FaceShape shape() {
    return traits.shape();
  }

  /** Half the face's width at a height: a superellipse above and below the cheekbones. */
  double halfWidth(double y) {
    double part = y < WIDEST ? (WIDEST - y) / (WIDEST - CROWN) : (y - WIDEST) / (chin - WIDEST);
    if (part >= 1) {
      return 0;
    }
    return y < WIDEST
        ? cheek * Math.pow(1 - Math.pow(part, 2.5), 0.45)
        : cheek * Math.pow(1 - Math.pow(part, 1.8 + 1.3 * shape().jaw()), 0.55);
  }

  /** The face from crown to chin; points lie denser where the outline bends. */
  Path2D outline() {
    double[] right = new double[2 * OUTLINE_POINTS];
    for (int i = 0; i < OUTLINE_POINTS; i++) {
      double y =
          (chin + CROWN) / 2 - (chin - CROWN) / 2 * Math.cos(Math.PI * i / (OUTLINE_POINTS - 1));
      right[2 * i] = halfWidth(y);
      right[2 * i + 1] = y;
    }
    return SmoothShapes.mirrored(1, right);
  }
}
