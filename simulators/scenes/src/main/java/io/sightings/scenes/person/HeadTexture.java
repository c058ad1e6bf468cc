package io.sightings.scenes.person;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * A painted head ready to be sampled at any point: premultiplied ARGB, averaged over 2×2 texels so
 * that sampling it with two texels per pixel shows neither steps nor gaps.
 */
final class HeadTexture {
  private final int[] texels;
  private final int width;
  private final int height;
  private final double resolution;
  private final int left;
  private final int top;
  private final int right;
  private final int bottom;

  HeadTexture(BufferedImage painting, double resolution) {
    this.resolution = resolution;
    width = painting.getWidth();
    height = painting.getHeight();
    texels = averaged(((DataBufferInt) painting.getRaster().getDataBuffer()).getData(), width);
    int[] bounds = paintedBounds();
    left = bounds[0];
    top = bounds[1];
    right = bounds[2];
    bottom = bounds[3];
  }

  /** The average of each texel with its right, lower and lower right neighbour. */
  private static int[] averaged(int[] painted, int width) {
    int[] averaged = new int[painted.length];
    for (int i = 0; i < painted.length - width - 1; i++) {
      int a = painted[i];
      int b = painted[i + 1];
      int c = painted[i + width];
      int d = painted[i + width + 1];
      if ((a | b | c | d) != 0) {
        averaged[i] = mean(a >>> 8, b >>> 8, c >>> 8, d >>> 8) << 8 | mean(a, b, c, d);
      }
    }
    return averaged;
  }

  /** Two channels at once: their sums stay within 16 bits each. */
  private static int mean(int a, int b, int c, int d) {
    int sum = (a & 0xFF00FF) + (b & 0xFF00FF) + (c & 0xFF00FF) + (d & 0xFF00FF) + 0x20002;
    return sum >>> 2 & 0xFF00FF;
  }

  private int[] paintedBounds() {
    int[] bounds = {width, height, 0, 0};
    for (int i = 0; i < texels.length; i++) {
      if (texels[i] != 0) {
        bounds[0] = Math.min(bounds[0], i % width);
        bounds[1] = Math.min(bounds[1], i / width);
        bounds[2] = Math.max(bounds[2], i % width);
        bounds[3] = Math.max(bounds[3], i / width);
      }
    }
    return bounds;
  }

  /** The painted part's left edge in units; likewise the three below. */
  double left() {
    return HeadPainting.LEFT + left / resolution;
  }

  double top() {
    return HeadPainting.TOP + top / resolution;
  }

  double right() {
    return HeadPainting.LEFT + (right + 2) / resolution;
  }

  double bottom() {
    return HeadPainting.TOP + (bottom + 2) / resolution;
  }

  /** The premultiplied ARGB at a point in units, interpolated; 0 outside the painting. */
  int sample(double x, double y) {
    // A texel's average is centred on its lower right corner.
    double u = (x - HeadPainting.LEFT) * resolution - 1;
    double v = (y - HeadPainting.TOP) * resolution - 1;
    int column = (int) u;
    int row = (int) v;
    if (u < 0 || v < 0 || column >= width - 1 || row >= height - 1) {
      return 0;
    }
    int i = row * width + column;
    int a = texels[i];
    int b = texels[i + 1];
    int c = texels[i + width];
    int d = texels[i + width + 1];
    if ((a | b | c | d) == 0) {
      return 0;
    }
    int across = (int) ((u - column) * 256);
    int down = (int) ((v - row) * 256);
    int low = blend(blend(a, b, across), blend(c, d, across), down);
    int high = blend(blend(a >>> 8, b >>> 8, across), blend(c >>> 8, d >>> 8, across), down);
    return high << 8 | low;
  }

  /** Two channels at once, with a share of the second out of 256. */
  private static int blend(int a, int b, int share) {
    return ((a & 0xFF00FF) * (256 - share) + (b & 0xFF00FF) * share) >>> 8 & 0xFF00FF;
  }
}
