package io.sightings.ingest.file;

import org.jspecify.annotations.Nullable;

/**
 * Presentation times as they should be: from 0, never going back. Frames without a time follow the
 * one before at the stream's usual distance; where a recording restarts its time, as concatenated
 * ones do, the new part follows the old.
 */
final class PresentationClock {
  private final long usualMicros;

  private @Nullable Long offset;

  /** Negative for frames before the stated start. */
  private @Nullable Long last;

  /**
   * @param startMicros stated start of the stream
   * @param usualMicros distance of frames at the stream's stated rate
   */
  PresentationClock(@Nullable Long startMicros, long usualMicros) {
    this.usualMicros = usualMicros;
    this.offset = startMicros == null ? null : -startMicros;
  }

  /**
   * @param micros the frame's presentation time
   */
  long next(@Nullable Long micros) {
    last = micros == null ? following() : shifted(micros);
    return now();
  }

  private long following() {
    return last == null ? 0 : last + usualMicros;
  }

  private long shifted(long micros) {
    Long known = offset;
    boolean restarted = last != null && known != null && micros + known < last;
    if (known == null || restarted) {
      known = following() - micros;
      offset = known;
    }
    return micros + known;
  }

  /** The last time given; 0 before the first. */
  long now() {
    return last == null ? 0 : Math.max(last, 0);
  }
}
