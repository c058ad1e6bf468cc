package io.sightings.ingest.live;

import java.time.Duration;

/**
 * When pictures would have arrived had none been held up: a stream's own times are even but start
 * anywhere, arrivals are ours but come in bursts. Of all late pictures the one least held up ties
 * the two together, and only late ones count, so that clocks that run at slightly different speeds
 * do not part. All times are microseconds. Of one thread.
 */
final class ArrivalClock {
  /**
   * Longer than pictures come in bursts, such as segments of HLS, and so short that two clocks part
   * by no more than some milliseconds.
   */
  private static final long WINDOW = Duration.ofSeconds(30).toNanos() / 1000;

  private final long mostHeldUp;
  private boolean started;
  private long windowStart;

  /** Least delay, as arrival less stream time, of this window and of the one before. */
  private long least;

  private long leastBefore;
  private long lastStream;

  /**
   * @param mostHeldUp what comes later than this was not held up: the stream's own times have
   *     jumped, or ours
   */
  ArrivalClock(Duration mostHeldUp) {
    this.mostHeldUp = mostHeldUp.toNanos() / 1000;
  }

  /** The stream's times restart. */
  void restart() {
    started = false;
  }

  /**
   * When the picture would have arrived.
   *
   * @param stream its time in the stream
   * @param arrival when it did arrive
   * @return no later than that
   */
  long at(long stream, long arrival) {
    long delay = arrival - stream;
    if (!started || stream < lastStream || delay - Math.min(least, leastBefore) > mostHeldUp) {
      started = true;
      windowStart = arrival;
      least = delay;
      leastBefore = delay;
    } else if (arrival - windowStart >= WINDOW || arrival < windowStart) {
      windowStart = arrival;
      leastBefore = least;
      least = delay;
    } else {
      least = Math.min(least, delay);
    }
    lastStream = stream;
    return stream + Math.min(least, leastBefore);
  }
}
