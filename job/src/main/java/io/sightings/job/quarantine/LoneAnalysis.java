package io.sightings.job.quarantine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Lets a suspect run while nothing else does. A lock of the JDK would not do: neither side may wait
 * for the other without end, because native code may be stuck on both.
 */
final class LoneAnalysis {
  private final long limitNanos;
  private int together;
  private int waiting;
  private @Nullable Permit alone;

  /**
   * @param limit after which one side goes on in the other's company
   */
  LoneAnalysis(Duration limit) {
    limitNanos = limit.toNanos();
  }

  /** To run beside others, once no suspect runs or waits. */
  synchronized Permit share() throws InterruptedException {
    long end = System.nanoTime() + limitNanos;
    while ((alone != null || waiting > 0) && await(end)) {
      // Looks again.
    }
    if (alone != null) {
      alone.crowd();
    }
    return together();
  }

  /**
   * To run alone, once all others have ended.
   *
   * @param crowded runs when others no longer wait
   */
  synchronized Permit alone(Runnable crowded) throws InterruptedException {
    long end = System.nanoTime() + limitNanos;
    waiting++;
    try {
      while ((alone != null || together > 0) && await(end)) {
        // Looks again.
      }
    } finally {
      waiting--;
      notifyAll();
    }
    if (alone != null || together > 0) {
      return together();
    }
    alone = new Permit(crowded);
    return alone;
  }

  private Permit together() {
    together++;
    return new Permit(null);
  }

  /** False once the end is reached. */
  private boolean await(long end) throws InterruptedException {
    long left = end - System.nanoTime();
    if (left <= 0) {
      return false;
    }
    // No wait of less than a millisecond: 0 would be one without end.
    wait(left / 1_000_000 + 1);
    return true;
  }

  /** Held while a frame is analysed. */
  final class Permit implements AutoCloseable {
    private final @Nullable Runnable crowded;
    private boolean closed;

    private Permit(Runnable crowded) {
      this.crowded = crowded;
    }

    boolean isAlone() {
      synchronized (LoneAnalysis.this) {
        return alone == this;
      }
    }

    /** Called with the lock held. */
    private void crowd() {
      alone = null;
      together++;
      crowded.run();
    }

    /** Closing it twice changes nothing. */
    @Override
    public void close() {
      synchronized (LoneAnalysis.this) {
        if (closed) {
          return;
        }
        closed = true;
        if (alone == this) {
          alone = null;
        } else {
          together--;
        }
        LoneAnalysis.this.notifyAll();
      }
    }
  }
}
