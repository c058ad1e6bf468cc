package io.sightings.azure.call;

import io.sightings.azure.settings.OutageSettings;
import java.util.random.RandomGenerator;

/**
 * Pauses that double and are drawn from zero to their full length, so that those who failed
 * together do not come again together ("full jitter", AWS Architecture Blog, 2015).
 */
final class JitteredBackoff {
  private final long first;
  private final long longest;
  private final RandomGenerator random;

  JitteredBackoff(OutageSettings settings, RandomGenerator random) {
    this.first = settings.firstDelay().toNanos();
    this.longest = settings.longestDelay().toNanos();
    this.random = random;
  }

  /**
   * @param failures so far, 1 or more
   * @param most nanoseconds
   * @return nanoseconds
   */
  long pause(int failures, long most) {
    return random.nextLong(Math.min(upTo(failures), most) + 1);
  }

  /** A little on top of a time many were given alike: up to a tenth of the first delay. */
  long spread() {
    return random.nextLong(first / 10 + 1);
  }

  long upTo(int failures) {
    int doublings = Math.min(failures - 1, 30);
    return Math.min(longest, first > longest >> doublings ? longest : first << doublings);
  }
}
