package io.sightings.scenes.person;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * Turns and lights a flat painting by its relief, straight into a picture: each pixel looks up
 * where on the face it lies.
 */
final class HeadRenderer {
  /** The head nods and rolls about a point in the neck, in units below the eyes. */
  private static final double NOD_Y = 0.6;

  private static final double ROLL_Y = 1.2;

  /** The head turns about an axis this deep behind the foremost point. */
  private static final double AXIS_DEPTH = 0.35;

  /** A turned head reaches beyond its flat painting by at most this, in units. */
  private static final double REACH = 0.25;

  /** Steps of the damped fixed point iteration; more change no pixel visibly. */
  private static final int ITERATIONS = 5;

  private final HeadRelief relief;
  private final HeadTexture texture;
  private final PersonView view;
  private final ReliefShading shading;
  private final double sinYaw;
  private final double cosYaw;
  private final double sinPitch;
  private final double cosPitch;

  HeadRenderer(HeadRelief relief, HeadTexture texture, PersonView view) {
    this.relief = relief;
    this.texture = texture;
    this.view = view;
    shading = new ReliefShading(view.light());
    sinYaw = Math.sin(Math.toRadians(view.yaw()));
    cosYaw = Math.cos(Math.toRadians(view.yaw()));
    sinPitch = Math.sin(Math.toRadians(view.pitch()));
    cosPitch = Math.cos(Math.toRadians(view.pitch()));
  }

  /** Draws on a TYPE_INT_RGB picture with the eyes' midpoint at the given pixel. */
  void paint(BufferedImage picture, double eyesX, double eyesY) {
    double unit = view.unit();
    double sin = Math.sin(Math.toRadians(view.roll()));
    double cos = Math.cos(Math.toRadians(view.roll()));
    // Rolling moves the rim by its distance from the neck.
    double reach = REACH + 3.5 * Math.abs(sin);
    int left = (int) Math.max(0, eyesX + (texture.left() - reach) * unit);
    int top = (int) Math.max(0, eyesY + (texture.top() - reach) * unit);
    int right = (int) Math.min(picture.getWidth(), eyesX + (texture.right() + reach) * unit);
    int bottom = (int) Math.min(picture.getHeight(), eyesY + (texture.bottom() + reach) * unit);
    int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    for (int row = top; row < bottom; row++) {
      double y = (row + 0.5 - eyesY) / unit - ROLL_Y;
      int line = row * picture.getWidth();
      for (int column = left; column < right; column++) {
        double x = (column + 0.5 - eyesX) / unit;
        int at = line + column;
        pixels[at] = lookUp(cos * x + sin * y, cos * y - sin * x + ROLL_Y, pixels[at]);
      }
    }
  }

  /** Finds the point of the face that, turned, appears at the given place. */
  private int lookUp(double seenX, double seenY, int behind) {
    double x = seenX;
    double y = seenY;
    int at = relief.at(x, y);
    for (int i = 0; i < ITERATIONS; i++) {
      double depth = relief.height(at) - AXIS_DEPTH;
      x = 0.5 * (x + (seenX - depth * sinYaw) / cosYaw);
      y = 0.5 * (y + NOD_Y + (seenY - NOD_Y - depth * sinPitch) / cosPitch);
      at = relief.at(x, y);
    }
    int paint = texture.sample(x, y);
    return paint == 0
        ? behind
        : shading.over(paint, relief.slopeAcross(at), relief.slopeDown(at), behind);
  }
}
