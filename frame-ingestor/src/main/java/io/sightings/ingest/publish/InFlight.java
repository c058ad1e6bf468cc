package io.sightings.ingest.publish;

import java.util.concurrent.Semaphore;

/** Bounds the bytes on their way to the broker, whoever sends them. */
final class InFlight {
  /** Semaphores count in ints, and a kibibyte more or less does not matter. */
  private static final int UNIT = 1024;

  private final Semaphore room;
  private final int limit;

  InFlight(int bytes) {
    limit = bytes / UNIT;
    // Fair, as otherwise a source of small frames would starve one of large ones.
    room = new Semaphore(limit, true);
  }

  /**
   * Waits for room.
   *
   * @return what has to be given back
   */
  int enter(int bytes) throws InterruptedException {
    int units = Math.min(limit, bytes / UNIT + 1);
    room.acquire(units);
    return units;
  }

  void leave(int units) {
    room.release(units);
  }
}
