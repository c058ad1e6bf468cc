package io.sightings.scenes;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Random;

/**
 * Softens and grains a picture as a cheap camera does.
 *
 * @param blur standard deviation of the blur in pixels
 * @param noise standard deviation of the noise in grey levels
 */
record CameraNoise(double blur, double noise) {
  /** Repeated passes of three weights approach a Gaussian; one pass may blur by at most this. */
  private static final double VARIANCE_PER_PASS = 0.5;

  /** Precomputed standard noise, in 1/32: drawing it per pixel would cost more than the picture. */
  private static final byte[] GRAIN = grain();

  private static byte[] grain() {
    byte[] grain = new byte[1 << 18];
    Random random = new Random(1);
    for (int i = 0; i < grain.length; i++) {
      grain[i] = (byte) Math.max(-127, Math.min(127, Math.round(32 * random.nextGaussian())));
    }
    return grain;
  }

  /** Degrades a TYPE_INT_RGB picture in place; the same seed gives the same grain. */
  void degrade(BufferedImage picture, long seed) {
    int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    int width = picture.getWidth();
    int passes = (int) Math.ceil(blur * blur / VARIANCE_PER_PASS);
    for (int i = 0; i < passes; i++) {
      blur(pixels, width, (int) Math.round(256 * blur * blur / passes / 2));
    }
    if (noise > 0) {
      addGrain(pixels, width, seed);
    }
  }

  /**
   * One pass across and down, in place; the picture's rim stays as it is.
   *
   * @param side the weight of each neighbour in 1/256
   */
  private static void blur(int[] pixels, int width, int side) {
    int[] above = new int[width];
    int[] current = new int[width];
    int[] below = new int[width];
    int height = pixels.length / width;
    blurAcross(pixels, 0, current, side);
    blurAcross(pixels, width, below, side);
    for (int row = 1; row < height - 1; row++) {
      int[] free = above;
      above = current;
      current = below;
      below = free;
      blurAcross(pixels, (row + 1) * width, below, side);
      for (int x = 0, i = row * width; x < width; x++, i++) {
        pixels[i] = weighted(above[x], current[x], below[x], side);
      }
    }
  }

  private static void blurAcross(int[] pixels, int start, int[] out, int side) {
    int last = out.length - 1;
    out[0] = pixels[start];
    out[last] = pixels[start + last];
    for (int x = 1; x < last; x++) {
      int i = start + x;
      out[x] = weighted(pixels[i - 1], pixels[i], pixels[i + 1], side);
    }
  }

  /** Red and blue share one multiplication: neither sum leaves its 16 bits. */
  private static int weighted(int before, int at, int after, int side) {
    int middle = 256 - 2 * side;
    int redBlue =
        (at & 0xFF00FF) * middle + ((before & 0xFF00FF) + (after & 0xFF00FF)) * side + 0x800080;
    int green = (at & 0xFF00) * middle + ((before & 0xFF00) + (after & 0xFF00)) * side + 0x8000;
    return redBlue >>> 8 & 0xFF00FF | green >>> 8 & 0xFF00;
  }

  private void addGrain(int[] pixels, int width, long seed) {
    Random random = new Random(seed);
    int scale = (int) Math.round(noise * 8);
    for (int start = 0; start < pixels.length; start += width) {
      // Every row reads the grain from elsewhere, so it neither repeats nor slides.
      int from = random.nextInt(GRAIN.length - width);
      for (int x = 0; x < width; x++) {
        int at = start + x;
        int pixel = pixels[at];
        int grain = GRAIN[from + x] * scale >> 8;
        int red = (pixel >> 16 & 255) + grain;
        int green = (pixel >> 8 & 255) + grain;
        int blue = (pixel & 255) + grain;
        if (((red | green | blue) & ~255) != 0) {
          red = Math.max(0, Math.min(255, red));
          green = Math.max(0, Math.min(255, green));
          blue = Math.max(0, Math.min(255, blue));
        }
        pixels[at] = red << 16 | green << 8 | blue;
      }
    }
  }
}
