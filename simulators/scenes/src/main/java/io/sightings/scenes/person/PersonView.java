package io.sightings.scenes.person;

import java.awt.geom.Rectangle2D;

/**
 * How a person is seen.
 *
 * @param faceHeight brow to chin, in pixels
 * @param yaw degrees, positive towards the right of the picture
 * @param pitch degrees, positive downwards
 * @param roll degrees, clockwise
 */
public record PersonView(
    double faceHeight,
    double yaw,
    double pitch,
    double roll,
    FacialExpression expression,
    SceneLight light) {

  /**
   * Lengths of the drawing are in units of about 90 mm: the eyes lie on y = 0, the chin near 1.25,
   * the crown at -1.3, so that a face is two units high.
   */
  static final double UNITS_PER_FACE = 2;

  /** The person looks straight into the camera. */
  public static PersonView frontal(double faceHeight) {
    return new PersonView(faceHeight, 0, 0, 0, FacialExpression.NEUTRAL, new SceneLight(1, -0.35));
  }

  /** Pixels per unit of the drawing. */
  public double unit() {
    return faceHeight / UNITS_PER_FACE;
  }

  /** The box a face detector would draw when the eyes' midpoint is at the given pixel. */
  public Rectangle2D faceBox(double eyesX, double eyesY) {
    return box(eyesX, eyesY, -0.78, -0.72, 0.78, 1.28);
  }

  /** Whether the person, with the eyes' midpoint as given, hides what is behind a pixel. */
  public boolean covers(double eyesX, double eyesY, double x, double y) {
    return box(eyesX, eyesY, -0.95, -1.35, 0.95, 1.4).contains(x, y)
        || box(eyesX, eyesY, -2, 1.7, 2, 99).contains(x, y);
  }

  private Rectangle2D box(
      double eyesX, double eyesY, double left, double top, double right, double bottom) {
    double unit = unit();
    return new Rectangle2D.Double(
        eyesX + left * unit, eyesY + top * unit, (right - left) * unit, (bottom - top) * unit);
  }
}
