package io.sightings.ingest.motion;

import java.util.Arrays;

/**
 * How the light of a scene has changed between two readings of it, as a lamp, the sun or a camera's
 * exposure change it everywhere: now = gain × before + offset. Fitted to the half of the blocks
 * that it fits best (least trimmed squares by concentration steps, Rousseeuw and Van Driessen
 * 2006), so that what moves has no say in it. Of one thread.
 */
final class LightChange {
  /** Beyond, it is not the same scene in another light. */
  private static final double MAX_GAIN = 2;

  private static final int STEPS = 3;

  /** Some of the blocks say enough: every third. */
  private static final int EACH = 3;

  private static final int BIN = 4;

  private final int[] histogram = new int[2 * MotionGrid.WHITE / BIN + 1];
  private double gain;
  private double offset;
  private double usualError;

  /** Estimates it again. */
  void fit(MotionGrid grid, int[] before, int[] now) {
    gain = 1;
    offset = 0;
    offset = medianDifference(grid, before, now);
    usualError = medianError(grid, before, now);
    for (int i = 0; i < STEPS; i++) {
      refine(grid, before, now);
      usualError = medianError(grid, before, now);
    }
  }

  /**
   * How far a block is from what the change of light makes of it, from 0 to {@link
   * MotionGrid#WHITE}.
   */
  double error(int before, int now) {
    // What is too bright or too dark for the camera is white or black.
    double expected = Math.max(0, Math.min(MotionGrid.WHITE, gain * before + offset));
    return Math.abs(now - expected);
  }

  /** The error of the median block: noise, where less than half of the picture has changed. */
  double usualError() {
    return usualError;
  }

  private double medianDifference(MotionGrid grid, int[] before, int[] now) {
    Arrays.fill(histogram, 0);
    int count = 0;
    for (int i = 0; i < now.length; i += EACH) {
      if (grid.counts(i)) {
        histogram[(now[i] - before[i] + MotionGrid.WHITE) / BIN]++;
        count++;
      }
    }
    return median(count) - MotionGrid.WHITE;
  }

  private double medianError(MotionGrid grid, int[] before, int[] now) {
    Arrays.fill(histogram, 0);
    int count = 0;
    for (int i = 0; i < now.length; i += EACH) {
      if (grid.counts(i)) {
        histogram[(int) (error(before[i], now[i]) / BIN)]++;
        count++;
      }
    }
    return median(count);
  }

  private double median(int count) {
    int below = 0;
    int bin = 0;
    while (2 * (below + histogram[bin]) < count) {
      below += histogram[bin++];
    }
    return (bin + 0.5) * BIN;
  }

  /** Least squares over the blocks whose error is no more than usual. */
  private void refine(MotionGrid grid, int[] before, int[] now) {
    double count = 0;
    double sumBefore = 0;
    double sumNow = 0;
    double squares = 0;
    double products = 0;
    for (int i = 0; i < now.length; i += EACH) {
      if (grid.counts(i) && error(before[i], now[i]) <= usualError + BIN) {
        count++;
        sumBefore += before[i];
        sumNow += now[i];
        squares += (double) before[i] * before[i];
        products += (double) before[i] * now[i];
      }
    }
    if (count == 0) {
      return;
    }
    double spread = squares - sumBefore * sumBefore / count;
    // A blank wall does not tell brighter from lighter.
    double slope = spread < count ? 1 : (products - sumBefore * sumNow / count) / spread;
    gain = Math.max(1 / MAX_GAIN, Math.min(MAX_GAIN, slope));
    offset = (sumNow - gain * sumBefore) / count;
  }
}
