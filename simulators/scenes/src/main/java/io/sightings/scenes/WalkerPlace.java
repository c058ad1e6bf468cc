package io.sightings.scenes;

import io.sightings.scenes.person.FacialExpression;
import io.sightings.scenes.person.PersonView;
import io.sightings.scenes.person.SceneLight;
import java.awt.geom.Rectangle2D;

/**
 * Where a walker is at one moment, and how they look.
 *
 * @param x the pixel of the eyes' midpoint
 */
record WalkerPlace(PersonWalk walk, double x, double y, PersonView view) {
  /** How far out of the picture a walk begins and ends, in heights of the face. */
  private static final double MARGIN = 1.3;

  private static final double STEPS_PER_SECOND = 5.6;
  private static final double SECONDS_BETWEEN_BLINKS = 2.9;
  private static final double BLINK_SECONDS = 0.12;

  static WalkerPlace of(PersonWalk walk, double seconds, int width, int height) {
    double part = (seconds - walk.from()) / (walk.to() - walk.from());
    double circle = 2 * Math.PI * part;
    double eased = part + 0.11 * Math.sin(circle);
    double along = walk.rightwards() ? eased : 1 - eased;
    double margin = MARGIN * walk.faceHeight();
    double x = -margin + along * (width + 2 * margin);
    // People do not sway, blink and speak in time with each other.
    double rhythm = Math.floorMod(walk.person().seed(), 7L);
    double step = seconds * STEPS_PER_SECOND + rhythm;
    double taller = walk.person().woman() ? 0.28 : 0.05;
    double y = 0.30 * height + walk.faceHeight() * (taller + 0.03 * Math.abs(Math.sin(step)));
    double yaw =
        (walk.rightwards() ? 1 : -1) * (7 + 6 * Math.cos(circle))
            + 3 * Math.sin(0.9 * seconds + rhythm);
    double pitch = 3 * Math.sin(0.7 * seconds + rhythm);
    double roll = 1.5 * Math.sin(step);
    PersonView view =
        new PersonView(
            walk.faceHeight(), yaw, pitch, roll, expression(seconds, rhythm), light(x / width));
    return new WalkerPlace(walk, x, y, view);
  }

  private static FacialExpression expression(double seconds, double rhythm) {
    boolean blinks = (seconds + rhythm) % SECONDS_BETWEEN_BLINKS < BLINK_SECONDS;
    return new FacialExpression(
        0.35 + 0.3 * Math.sin(0.8 * seconds + rhythm),
        0.4 * Math.sin(3.1 * seconds + rhythm) - 0.2,
        blinks ? 0.9 : 0.05);
  }

  /** The window is on the left: the farther from it, the darker and the more from one side. */
  private static SceneLight light(double across) {
    return new SceneLight(1.04 - 0.16 * across, -0.15 - 0.5 * across);
  }

  Rectangle2D face() {
    return view.faceBox(x, y);
  }

  boolean covers(double px, double py) {
    return view.covers(x, y, px, py);
  }
}
