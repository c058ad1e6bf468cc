package io.sightings.ingest.monitor;

import java.util.concurrent.TimeUnit;

/** How often something happened per second, over the last whole seconds. */
final class EventRate {
  private static final int SECONDS = 5;

  /** One slot per second, and one for the second that is not over yet. */
  private final long[] counts = new long[SECONDS + 1];

  private final long start = now();
  private long last = start;

  synchronized void count() {
    counts[slot(forward())]++;
  }

  synchronized double perSecond() {
    long current = forward();
    long whole = Math.min(SECONDS, current - start);
    if (whole == 0) {
      return counts[slot(current)];
    }
    long sum = 0;
    for (long second = current - whole; second < current; second++) {
      sum += counts[slot(second)];
    }
    return (double) sum / whole;
  }

  /** Empties the slots of the seconds that have begun since. */
  private long forward() {
    long now = now();
    for (long second = Math.max(last + 1, now - SECONDS); second <= now; second++) {
      counts[slot(second)] = 0;
    }
    last = now;
    return now;
  }

  private static int slot(long second) {
    return (int) Math.floorMod(second, SECONDS + 1L);
  }

  private static long now() {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime());
  }
}
