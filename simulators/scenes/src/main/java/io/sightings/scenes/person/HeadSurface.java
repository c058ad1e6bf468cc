package io.sightings.scenes.person;

import io.sightings.scenes.person.PersonTraits.FaceShape;

/**
 * The surface of a head as a formula: an ellipsoid that falls away at the outline of the face, with
 * Gaussian bumps and hollows for the features. The constants were fitted by eye.
 */
final class HeadSurface {
  private final FaceAnatomy face;
  private final FaceShape shape;
  private final boolean woman;
  private final double age;

  HeadSurface(FaceAnatomy face) {
    this.face = face;
    shape = face.shape();
    woman = face.traits().woman();
    age = face.traits().age();
  }

  /** How far the surface stands out at a point, all in units. */
  double height(double x, double y) {
    double aside = Math.abs(x);
    return skull(x, y, aside)
        + eyes(aside, y)
        + nose(x, aside, y)
        + cheeks(aside, y)
        + mouthAndChin(x, y);
  }

  private double skull(double x, double y, double aside) {
    double across = x / (face.cheek() * 1.3);
    double down = (y - 0.1) / 1.65;
    double ellipsoid = 0.95 * Math.sqrt(Math.max(0.04, 1 - across * across - down * down));
    double temple = limited((y + 0.9) / 0.8);
    double edge = face.halfWidth(0.85 * Math.min(y, 1.1 * face.chin()));
    double outwards = Math.min(1.1, aside / Math.max(0.3, edge));
    return ellipsoid - 0.16 * Math.pow(outwards, 5) * temple * temple * (3 - 2 * temple);
  }

  private double eyes(double aside, double y) {
    double eye = face.eyeX();
    double ball = 0.06 * bump(aside, y, eye, 0, 0.13, 0.075);
    double socket =
        0.10 * bump(aside, y, eye * 0.95, 0, 0.18, 0.11)
            + 0.03 * bump(aside, y, eye * 0.55, 0.03, 0.07, 0.09);
    double ridge = (woman ? 0.025 : 0.045) * bump(aside, y, eye, -0.24, 0.24, 0.08);
    return ball - socket + ridge;
  }

  private double nose(double x, double aside, double y) {
    double width = shape.noseWidth();
    double tip = face.noseY();
    double wings = 0.085 * bump(aside, y, 0.135 * width, tip + 0.01, 0.055 * width, 0.055);
    double down = limited((y + 0.15) / (tip + 0.15));
    double bridge =
        (0.05 + 0.19 * Math.pow(down, 1.4))
            * limited((y + 0.3) / 0.3)
            * (y > tip ? bump(0, y, 0, tip, 1, 0.046) : 1)
            * bump(x, 0, 0, 0, width * (0.085 + 0.035 * down), 1);
    return wings + bridge;
  }

  private double cheeks(double aside, double y) {
    double width = shape.width();
    return 0.06 * bump(aside, y, 0.44 * width, 0.4, 0.17, 0.14)
        - 0.03 * age * bump(aside, y, 0.42 * width, 0.68, 0.14, 0.2);
  }

  private double mouthAndChin(double x, double y) {
    double mouth = face.mouthY();
    double lip = 0.135 * shape.mouthWidth();
    double lips =
        shape.lips()
            * (0.045 * bump(x, y, 0, mouth - 0.055, lip * 1.3, 0.045)
                + 0.06 * bump(x, y, 0, mouth + 0.075, lip * 1.2, 0.05));
    return lips
        + 0.05 * bump(x, y, 0, face.chin() - 0.16, 0.2, 0.14)
        - 0.02 * bump(x, y, 0, mouth + 0.2, 0.2, 0.06)
        - 0.02 * bump(x, y, 0, mouth - 0.15, 0.03, 0.05);
  }

  private static double bump(double x, double y, double cx, double cy, double sx, double sy) {
    double across = (x - cx) / sx;
    double down = (y - cy) / sy;
    double squared = across * across + down * down;
    return squared > 12 ? 0 : Math.exp(-0.5 * squared);
  }

  private static double limited(double value) {
    return Math.max(0, Math.min(1, value));
  }
}
