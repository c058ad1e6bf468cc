package io.sightings.ingest.live;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before trying again: twice as long after every failure, up to a bound, of which
 * a random half is left out, so that cameras that failed together do not come back together. That
 * is the "equal jitter" of Marc Brooker, Exponential Backoff And Jitter, AWS Architecture Blog,
 * 2015. Of one thread.
 */
final class ReconnectBackoff {
  private final long min;
  private final long max;
  private final RandomGenerator random;
  private long longest;

  /**
   * @param min longest pause after the first failure
   * @param max longest pause of all
   */
  ReconnectBackoff(Duration min, Duration max, RandomGenerator random) {
    this.min = min.toNanos();
    this.max = max.toNanos();
    this.random = random;
    longest = this.min;
  }

  /** The pause after one more failure: from half of the longest to all of it. */
  Duration next() {
    long pause = longest - (long) (random.nextDouble() * (longest / 2.0));
    longest = longest > max / 2 ? max : longest * 2;
    return Duration.ofNanos(pause);
  }

  /** What follows is the first failure again. */
  void reset() {
    longest = min;
  }
}
