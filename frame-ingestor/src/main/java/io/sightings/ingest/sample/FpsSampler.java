package io.sightings.ingest.sample;

/**
 * Takes so many frames per second of presentation time, for any rate of the recording and however
 * it varies: of every period of 1/fps the first frame.
 *
 * <p>Stateful, for one run of one source.
 */
final class FpsSampler {
  /**
   * How early a frame may be: presentation times are rounded, in some containers to milliseconds,
   * and no frame shall be missed for that.
   */
  private static final long EARLY_MICROS = 1000;

  private final double fps;
  private long period = Long.MIN_VALUE;

  /**
   * @param fps frames per second; 0 takes every frame
   */
  public FpsSampler(double fps) {
    this.fps = fps;
  }

  /**
   * Whether the frame of this time is taken.
   *
   * @param micros presentation time from the start of the recording; never less than the last
   */
  public boolean takes(long micros) {
    if (fps == 0) {
      return true;
    }
    long now = (long) Math.floor((micros + EARLY_MICROS) * fps / 1e6);
    if (now <= period) {
      return false;
    }
    period = now;
    return true;
  }
}
