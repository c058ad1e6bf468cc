package io.sightings.scenes.person;

import java.awt.Shape;

/** Outlines of the hair around a face whose cheeks lie w units from its middle. */
final class HairOutlines {
  private HairOutlines() {}

  static Shape sidePart(double w) {
    return SmoothShapes.closed(
        -w * 1.04, 0.12, -w * 1.14, -0.5, -w * 0.98, -1.15, -0.3, -1.5, 0.4, -1.47, w * 0.98, -1.15,
        w * 1.14, -0.5, w * 1.04, 0.12, w * 0.95, 0.1, w * 0.9, -0.36, w * 0.72, -0.72, 0.36, -0.86,
        -0.1, -0.68, -w * 0.7, -0.62, -w * 0.9, -0.34, -w * 0.95, 0.1);
  }

  static Shape crop(double w) {
    return SmoothShapes.mirrored(
        w, 0.25, -0.8, 0.7, -0.74, 0.9, -0.4, 0.95, 0.02, 1.02, 0.05, 1.08, -0.6, 0.9, -1.15, 0.4,
        -1.42);
  }

  static Shape pulledBack(double w) {
    return SmoothShapes.mirrored(
        w, 0.25, -0.9, 0.6, -0.8, 0.88, -0.42, 0.97, -0.1, 1.02, -0.05, 1.08, -0.6, 0.88, -1.15,
        0.4, -1.41);
  }

  /** Open hair that ends at the given height. */
  static Shape falling(double w, double end) {
    return SmoothShapes.mirrored(
        w, 0.1, -0.92, 0.45, -0.68, 0.83, -0.35, 0.96, 0.1, 0.98, 0.6, 1, end, 1.36, end - 0.1,
        1.34, 0, 1.14, -0.95, 0.5, -1.48);
  }

  static Shape fringe(double w) {
    return SmoothShapes.mirrored(
        w, 0.4, -0.46, 0.84, -0.42, 0.93, -0.1, 0.96, 0.5, 0.98, 1.15, 1.33, 1.05, 1.32, 0, 1.14,
        -0.95, 0.5, -1.48);
  }

  static Shape scarf(double w) {
    return SmoothShapes.mirrored(w, 0.5, -1.42, 1.15, -0.85, 1.27, 0.2, 1.2, 1.2, 0.6, 1.75);
  }

  static Shape scarfOpening(double w, double chin) {
    return SmoothShapes.mirrored(
        w, 0.3, -0.8, 0.75, -0.6, 0.95, 0, 0.9, 0.55, 0.6, chin - 0.2, 0.25, chin);
  }
}
