package io.sightings.engine.align;

/**
 * Turns, scales and moves, without reflection or shear: {@code x' = a x - b y + tx}, {@code y' = b
 * x + a y + ty}.
 */
public record SimilarityTransform(double a, double b, double tx, double ty) {

  /**
   * The transform that brings {@code from} closest to {@code to}, in the least-squares sense:
   * Umeyama's (1991) solution, which in two dimensions needs no decomposition.
   *
   * @param from x and y of two or more points, not all the same
   * @param to as many
   */
  static SimilarityTransform between(float[] from, float[] to) {
    int points = from.length / 2;
    double fromX = 0;
    double fromY = 0;
    double toX = 0;
    double toY = 0;
    for (int i = 0; i < points; i++) {
      fromX += from[2 * i] / points;
      fromY += from[2 * i + 1] / points;
      toX += to[2 * i] / points;
      toY += to[2 * i + 1] / points;
    }
    double spread = 0;
    double along = 0;
    double across = 0;
    for (int i = 0; i < points; i++) {
      double x = from[2 * i] - fromX;
      double y = from[2 * i + 1] - fromY;
      double u = to[2 * i] - toX;
      double v = to[2 * i + 1] - toY;
      spread += x * x + y * y;
      along += x * u + y * v;
      across += x * v - y * u;
    }
    double a = spread > 0 ? along / spread : 0;
    double b = spread > 0 ? across / spread : 0;
    return new SimilarityTransform(a, b, toX - a * fromX + b * fromY, toY - b * fromX - a * fromY);
  }

  /** Brings the square with this corner and side to one at the origin, unturned. */
  public static SimilarityTransform ofSquare(double left, double top, double side, double target) {
    double scale = target / side;
    return new SimilarityTransform(scale, 0, -left * scale, -top * scale);
  }

  /** How many target pixels one source pixel becomes. */
  double scale() {
    return Math.hypot(a, b);
  }

  /**
   * The same transform for a source whose pixels were first scaled and moved: {@code source' =
   * (source - origin) * factor}.
   */
  SimilarityTransform after(double originX, double originY, double factor) {
    return new SimilarityTransform(
        a / factor, b / factor, tx + a * originX - b * originY, ty + b * originX + a * originY);
  }

  /** Where the transform comes from: the source point of a target point. */
  double[] inverse(double x, double y) {
    double square = a * a + b * b;
    double dx = x - tx;
    double dy = y - ty;
    return new double[] {(a * dx + b * dy) / square, (a * dy - b * dx) / square};
  }
}
