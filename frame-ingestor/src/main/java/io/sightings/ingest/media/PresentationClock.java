package io.sightings.ingest.media;

/**
 * Presentation times as they should be: from 0, never going back. Frames without a time follow the
 * one before at the stream's usual distance; where a recording starts its time anew, as
 * concatenated ones do, the new part follows the old.
 */
final class PresentationClock {
  private final long usualMicros;
  private boolean unset;
  private long offset;
  private long last = -1;

  /**
   * @param startMicros stated start of the stream; null where the first frame says it
   * @param usualMicros distance of frames at the stream's stated rate
   */
  PresentationClock(Long startMicros, long usualMicros) {
    this.usualMicros = usualMicros;
    if (startMicros != null) {
      offset = -startMicros;
    }
    unset = startMicros == null;
  }

  /**
   * @param micros the frame's presentation time, null where it has none
   */
  long next(Long micros) {
    if (micros == null) {
      last = last < 0 ? 0 : last + usualMicros;
      return last;
    }
    if (unset) {
      offset = Math.max(last, 0) - micros;
      unset = false;
    }
    long time = micros + offset;
    if (time < last) {
      time = last + usualMicros;
      offset = time - micros;
    }
    last = Math.max(time, 0);
    return last;
  }

  /** The last time given; 0 before the first. */
  long now() {
    return Math.max(last, 0);
  }
}
