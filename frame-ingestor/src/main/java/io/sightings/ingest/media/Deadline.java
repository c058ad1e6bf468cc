package io.sightings.ingest.media;

import java.time.Duration;

/**
 * Until when a blocking FFmpeg call may take: to a time, or until it is cancelled or the reading
 * thread, which made this, is interrupted.
 */
final class Deadline {
  private final Thread reader = Thread.currentThread();
  private final Cancellation cancellation;
  private final Duration timeout;
  private volatile long end;
  private volatile boolean closing;

  Deadline(Duration timeout) {
    this(timeout, new Cancellation());
  }

  Deadline(Duration timeout, Cancellation cancellation) {
    this.timeout = timeout;
    this.cancellation = cancellation;
    renew();
  }

  void renew() {
    end = System.nanoTime() + timeout.toNanos();
  }

  /** Gives a last moment to say good-bye, cancelled or not. */
  void closing(Duration grace) {
    closing = true;
    end = System.nanoTime() + grace.toNanos();
  }

  boolean passed() {
    return System.nanoTime() - end > 0;
  }

  boolean cancelled() {
    return cancellation.cancelled() || reader.isInterrupted();
  }

  boolean ended() {
    return passed() || (!closing && cancelled());
  }

  Duration timeout() {
    return timeout;
  }
}
