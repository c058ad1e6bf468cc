package io.sightings.scenes.person;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;

/** Smooth outlines. */
final class SmoothShapes {
  private SmoothShapes() {}

  /**
   * A closed smooth outline, symmetric about x = 0, given by the points of its right half.
   *
   * @param measure multiplies every x
   */
  static Path2D mirrored(double measure, double... right) {
    double[] all = new double[right.length * 2];
    for (int i = 0; i < right.length; i += 2) {
      int twin = all.length - 2 - i;
      all[i] = right[i] * measure;
      all[twin] = -all[i];
      all[i + 1] = all[twin + 1] = right[i + 1];
    }
    return closed(all);
  }

  /** A closed smooth outline through the given points: a Catmull-Rom spline as Bézier curves. */
  static Path2D closed(double... p) {
    Path2D path = new Path2D.Double();
    path.moveTo(p[0], p[1]);
    int n = p.length;
    for (int b = 0; b < n; b += 2) {
      int a = (b + n - 2) % n;
      int c = (b + 2) % n;
      int d = (b + 4) % n;
      path.curveTo(
          p[b] + (p[c] - p[a]) / 6,
          p[b + 1] + (p[c + 1] - p[a + 1]) / 6,
          p[c] - (p[d] - p[b]) / 6,
          p[c + 1] - (p[d + 1] - p[b + 1]) / 6,
          p[c],
          p[c + 1]);
    }
    return path;
  }

  static Shape dot(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  static Shape curve(double x0, double y0, double cx, double cy, double x1, double y1) {
    return new QuadCurve2D.Double(x0, y0, cx, cy, x1, y1);
  }
}
