package io.sightings.ingest.media;

import java.time.Duration;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.javacpp.Pointer;

/**
 * Ends a blocking FFmpeg call when it takes too long or when the reading thread is interrupted.
 * FFmpeg copies it into the connection while opening: it must be set before.
 */
final class Deadline extends AVIOInterruptCB.Callback_Pointer {
  private final Thread reader = Thread.currentThread();
  private final long nanos;
  private volatile long end;

  Deadline(Duration timeout) {
    super();
    nanos = timeout.toNanos();
    renew();
  }

  void renew() {
    end = System.nanoTime() + nanos;
  }

  boolean passed() {
    return System.nanoTime() - end > 0;
  }

  @Override
  public int call(Pointer unused) {
    return passed() || reader.isInterrupted() ? 1 : 0;
  }
}
