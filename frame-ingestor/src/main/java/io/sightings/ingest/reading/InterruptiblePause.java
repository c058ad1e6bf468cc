package io.sightings.ingest.reading;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Pauses of one thread, which others can cut short. */
public final class InterruptiblePause {
  private long retries;
  private long heard;

  /**
   * Waits until the time is over or a retry is requested. A request since the last pause ends it at
   * once.
   */
  public synchronized void rest(Duration length) throws InterruptedException {
    long end = System.nanoTime() + length.toNanos();
    for (long left = length.toNanos(); left > 0 && retries == heard; ) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = end - System.nanoTime();
    }
    heard = retries;
  }

  public synchronized void retry() {
    retries++;
    notifyAll();
  }

  /** The number of requested retries. */
  public synchronized long retries() {
    return retries;
  }
}
