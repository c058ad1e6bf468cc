package io.sightings.ingest.folder;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Pauses of one thread, which others can cut short. */
final class Pauses {
  private long retries;

  /** Rests until the time is over or somebody asks for a retry. */
  synchronized void rest(Duration length) throws InterruptedException {
    long end = System.nanoTime() + length.toNanos();
    long before = retries;
    for (long left = length.toNanos(); left > 0 && retries == before; ) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = end - System.nanoTime();
    }
  }

  synchronized void retry() {
    retries++;
    notifyAll();
  }

  /** How often somebody has asked for a retry. */
  synchronized long retries() {
    return retries;
  }
}
