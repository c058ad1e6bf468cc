package io.sightings.ingest.stream;

import org.jspecify.annotations.Nullable;

/**
 * Time of a stream's pictures, from 0 and never going back. It follows the stream's own times as
 * long as these go about as real time does; where they jump, as after a camera's restart or when a
 * server splices, it goes on by the time that really passed.
 */
final class StreamClock {
  /** How far a stream may run ahead of real time: servers send what they have kept at once. */
  private static final long BURST_MICROS = 10_000_000;

  /** Pictures in a wrong order, or times of a poor clock: no reason to restart. */
  private static final long DISORDER_MICROS = 500_000;

  private boolean begun;
  private long now;
  private long arrived;

  private @Nullable Long last;

  private long offset;
  private long jump;

  /**
   * @param micros the picture's own time
   * @param arrivalMicros by a clock that never goes back
   * @param usualMicros distance of pictures at the stream's stated rate
   * @return its time in microseconds from the first picture
   */
  long next(@Nullable Long micros, long arrivalMicros, long usualMicros) {
    long elapsed = begun ? Math.max(0, arrivalMicros - arrived) : 0;
    jump = 0;
    if (micros == null) {
      now += elapsed;
    } else {
      follow(micros, elapsed, usualMicros);
    }
    begun = true;
    arrived = arrivalMicros;
    return now;
  }

  /**
   * Says when a first picture without a time was taken, as its successor tells; without effect once
   * a picture had a time.
   *
   * @param micros the stream's time at the first picture
   */
  void began(long micros) {
    if (begun && last == null) {
      offset = now - micros;
      last = micros;
    }
  }

  private void follow(long micros, long elapsed, long usualMicros) {
    if (last == null) {
      // The very first picture often has no time.
      offset = (begun ? now + usualMicros : 0) - micros;
    } else {
      long step = micros - last;
      if (step < -DISORDER_MICROS || step > elapsed + BURST_MICROS) {
        offset = now + elapsed - micros;
        jump = step - elapsed;
      }
    }
    last = micros;
    now = Math.max(now, micros + offset);
  }

  /** By how much the stream's own time has just jumped; 0 where it did not. */
  long jump() {
    return jump;
  }

  long now() {
    return now;
  }
}
