package io.sightings.engine.embed;

import io.sightings.engine.DetectedFace;

/** The brightness of a crop, smoothed: patterns of single pixels are noise. */
final class GaussianGreyFilter {
  private static final int SIDE = DetectedFace.CROP_SIDE;
  private static final double SIGMA = 2;
  private static final float[] KERNEL = kernel();

  private GaussianGreyFilter() {}

  static float[] blurred(byte[] crop) {
    float[] grey = new float[SIDE * SIDE];
    for (int i = 0; i < grey.length; i++) {
      // ITU-R BT.601
      grey[i] =
          0.114f * (crop[3 * i] & 0xff)
              + 0.587f * (crop[3 * i + 1] & 0xff)
              + 0.299f * (crop[3 * i + 2] & 0xff);
    }
    return blur(blur(grey, 1, SIDE), SIDE, 1);
  }

  /** One direction of a separable blur; edges repeat. */
  private static float[] blur(float[] values, int step, int lineStep) {
    int reach = KERNEL.length / 2;
    float[] result = new float[values.length];
    for (int line = 0; line < SIDE; line++) {
      for (int i = 0; i < SIDE; i++) {
        float sum = 0;
        for (int k = -reach; k <= reach; k++) {
          int at = Math.max(0, Math.min(SIDE - 1, i + k));
          sum += KERNEL[k + reach] * values[line * lineStep + at * step];
        }
        result[line * lineStep + i * step] = sum;
      }
    }
    return result;
  }

  private static float[] kernel() {
    int reach = (int) Math.ceil(3 * SIGMA);
    float[] kernel = new float[2 * reach + 1];
    float sum = 0;
    for (int k = -reach; k <= reach; k++) {
      kernel[k + reach] = (float) Math.exp(-k * k / (2 * SIGMA * SIGMA));
      sum += kernel[k + reach];
    }
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] /= sum;
    }
    return kernel;
  }
}
