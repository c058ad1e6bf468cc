package io.sightings.ingest.ffmpeg;

import java.time.Duration;

/**
 * Until when a blocking FFmpeg call may take: to a time, or until it is cancelled or the reading
 * thread, which made this, is interrupted.
 */
public final class ReadDeadline {
  private final Thread reader = Thread.currentThread();
  private final StreamCancellation cancellation;
  private final Duration timeout;
  private volatile long end;
  private volatile boolean closing;

  public ReadDeadline(Duration timeout) {
    this(timeout, new StreamCancellation());
  }

  public ReadDeadline(Duration timeout, StreamCancellation cancellation) {
    this.timeout = timeout;
    this.cancellation = cancellation;
    renew();
  }

  public void renew() {
    end = System.nanoTime() + timeout.toNanos();
  }

  /** Gives a last moment to say good-bye, cancelled or not. */
  public void closing(Duration grace) {
    closing = true;
    end = System.nanoTime() + grace.toNanos();
  }

  public boolean passed() {
    return System.nanoTime() - end > 0;
  }

  public boolean cancelled() {
    return cancellation.cancelled() || reader.isInterrupted();
  }

  public boolean ended() {
    return passed() || (!closing && cancelled());
  }

  public Duration timeout() {
    return timeout;
  }
}
