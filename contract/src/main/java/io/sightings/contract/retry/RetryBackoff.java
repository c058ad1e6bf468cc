package io.sightings.contract.retry;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses between attempts. The longest pause doubles with each failure up to a maximum; a random
 * share of it is left out, so that clients that failed together do not come back together (Marc
 * Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015). Of one thread.
 */
public final class RetryBackoff {
  private final long min;
  private final long max;
  private final double jitter;
  private final RandomGenerator random;
  private int failures;

  /**
   * @param min longest pause after the first failure
   * @param max longest pause of all
   * @param jitter share of a pause that may be left out: 0 is none, 0.5 the article's "equal
   *     jitter", 1 its "full jitter"
   */
  public RetryBackoff(Duration min, Duration max, double jitter) {
    this(min, max, jitter, RandomGenerator.getDefault());
  }

  public RetryBackoff(Duration min, Duration max, double jitter, RandomGenerator random) {
    this.min = min.toNanos();
    this.max = max.toNanos();
    this.jitter = jitter;
    this.random = random;
  }

  /** The pause after one more failure. */
  public Duration next() {
    failures = Math.min(failures + 1, Long.SIZE);
    long longest = longest(failures).toNanos();
    return Duration.ofNanos(longest - (long) (random.nextDouble() * jitter * longest));
  }

  /** The next failure is the first again. */
  public void reset() {
    failures = 0;
  }

  /**
   * The longest pause after a number of failures.
   *
   * @param count 1 or more
   */
  public Duration longest(int count) {
    int doublings = Math.min(count - 1, Long.SIZE - 2);
    return Duration.ofNanos(min > max >> doublings ? max : min << doublings);
  }
}
