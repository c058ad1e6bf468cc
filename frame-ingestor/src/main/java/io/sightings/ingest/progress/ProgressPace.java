package io.sightings.ingest.progress;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How often progress is written, and how often the disk is asked to make it last. */
final class ProgressPace {
  private static final long WRITE_NANOS = Duration.ofMillis(50).toNanos();
  private static final long SYNC_NANOS = Duration.ofSeconds(1).toNanos();

  private final LongSupplier nanos;
  private long lastWrite;
  private long lastSync;

  ProgressPace(LongSupplier nanos) {
    this.nanos = nanos;
    lastWrite = nanos.getAsLong() - WRITE_NANOS;
    lastSync = nanos.getAsLong() - SYNC_NANOS;
  }

  /** If so, it counts as done. */
  boolean isTimeToWrite() {
    long now = nanos.getAsLong();
    if (now - lastWrite < WRITE_NANOS) {
      return false;
    }
    lastWrite = now;
    return true;
  }

  /** If so, it counts as done. */
  boolean isTimeToSync() {
    long now = nanos.getAsLong();
    if (now - lastSync < SYNC_NANOS) {
      return false;
    }
    lastSync = now;
    return true;
  }
}
