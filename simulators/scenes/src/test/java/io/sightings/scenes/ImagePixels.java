package io.sightings.scenes;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** What tests ask about pictures. */
final class ImagePixels {
  private ImagePixels() {}

  static int[] pixels(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    return picture.getRGB(0, 0, width, height, null, 0, width);
  }

  /** Mean difference per colour channel, 0 to 255. */
  static double difference(BufferedImage a, BufferedImage b) {
    int[] left = pixels(a);
    int[] right = pixels(b);
    long sum = 0;
    for (int i = 0; i < left.length; i++) {
      for (int shift = 0; shift < 24; shift += 8) {
        sum += Math.abs((left[i] >> shift & 255) - (right[i] >> shift & 255));
      }
    }
    return sum / 3.0 / left.length;
  }

  static double brightness(BufferedImage picture, int x, int y) {
    Color color = new Color(picture.getRGB(x, y));
    return (color.getRed() + color.getGreen() + color.getBlue()) / 3.0;
  }

  /** The darkest pixel around a point given in shares of a box. */
  static double darkest(BufferedImage picture, Rectangle2D box, double across, double down) {
    int x = (int) (box.getX() + across * box.getWidth());
    int y = (int) (box.getY() + down * box.getHeight());
    int reach = (int) (0.06 * box.getHeight());
    double darkest = 255;
    for (int dy = -reach; dy <= reach; dy++) {
      for (int dx = -reach; dx <= reach; dx++) {
        darkest = Math.min(darkest, brightness(picture, x + dx, y + dy));
      }
    }
    return darkest;
  }
}
