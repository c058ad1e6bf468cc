package io.sightings.ingest;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what other threads and processes bring about. */
public final class Eventually {
  private static final Duration LIMIT = Duration.ofSeconds(120);
  private static final Duration LOOK = Duration.ofMillis(10);

  private Eventually() {}

  /**
   * Waits until something holds.
   *
   * @param what in words, for when it never does
   */
  public static void holds(String what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("not within " + LIMIT.toSeconds() + " s: " + what);
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }

  /** Lets time pass in which something must not happen. */
  public static void pause(Duration length) {
    long end = System.nanoTime() + length.toNanos();
    for (long left = length.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
