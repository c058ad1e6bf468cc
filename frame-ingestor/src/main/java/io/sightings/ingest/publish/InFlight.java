package io.sightings.ingest.publish;

import io.sightings.contract.settings.DurationText;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Bounds the bytes on their way to the broker, of all senders, and knows when none move. */
final class InFlight {
  /** Semaphores count in ints, and a kibibyte more or less does not matter. */
  private static final int UNIT = 1024;

  private final Semaphore room;
  private final int limit;
  private final Duration patience;
  private volatile long lastMove = System.nanoTime();

  /**
   * @param bytes that may be on their way at once
   * @param patience how long nothing may arrive before the broker is given up
   */
  InFlight(int bytes, Duration patience) {
    this.limit = bytes / UNIT;
    this.patience = patience;
    // Fair, as otherwise a source of small frames would starve one of large ones.
    this.room = new Semaphore(limit, true);
  }

  /**
   * Waits for room.
   *
   * @return what has to be given back
   * @throws PublishException if nothing moves for too long
   */
  int enter(int bytes) throws PublishException, InterruptedException {
    int units = Math.min(limit, bytes / UNIT + 1);
    if (room.availablePermits() == limit) {
      // Nothing was on its way, so that nothing could arrive.
      lastMove = System.nanoTime();
    }
    boolean entered;
    do {
      // As long as something moves there will be room.
      entered = room.tryAcquire(units, patienceLeft().toNanos(), TimeUnit.NANOSECONDS);
    } while (!entered);
    return units;
  }

  void leave(int units) {
    lastMove = System.nanoTime();
    room.release(units);
  }

  /**
   * How long the broker is still waited for.
   *
   * @throws PublishException if nothing has moved for too long
   */
  Duration patienceLeft() throws PublishException {
    long left = patience.toNanos() - (System.nanoTime() - lastMove);
    if (left <= 0) {
      throw new PublishException("no frame has arrived for " + DurationText.format(patience));
    }
    return Duration.ofNanos(left);
  }
}
