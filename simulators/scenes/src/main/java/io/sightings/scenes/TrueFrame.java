package io.sightings.scenes;

import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * The faces in one frame of a video.
 *
 * @param index of the frame, from 0
 * @param second its time in the scene
 */
public record TrueFrame(int index, double second, List<TrueFace> faces) {
  /**
   * A face's box in pixels, which may reach beyond the frame.
   *
   * @param shown the share, 0 to 1, that lies inside the frame and behind nobody
   */
  public record TrueFace(
      String person, double x, double y, double width, double height, double shown) {

    static TrueFace of(VisibleFace face) {
      return new TrueFace(
          face.name(),
          rounded(face.box().getX(), 10),
          rounded(face.box().getY(), 10),
          rounded(face.box().getWidth(), 10),
          rounded(face.box().getHeight(), 10),
          rounded(face.shown(), 1000));
    }

    /** Hardly anything hides the face, and hardly any of it is outside the frame. */
    public boolean inFullView() {
      return shown >= FULL_VIEW;
    }

    private static double rounded(double value, double steps) {
      return Math.rint(value * steps) / steps;
    }
  }

  /** Detectors find hidden faces about half the time: only those shown to this share count. */
  private static final double FULL_VIEW = 0.95;

  /**
   * A face that truly is in a frame.
   *
   * @param box in pixels; may reach beyond the frame
   * @param shown the share, 0 to 1, that lies inside the frame and behind nobody
   */
  public record VisibleFace(String name, Rectangle2D box, double shown) {}
}
