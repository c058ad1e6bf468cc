package io.sightings.ingest.sample;

import io.sightings.contract.CaptureClock;
import java.time.Instant;

/**
 * When a picture was taken, and who says so.
 *
 * @param clock whose clock it is
 */
public record CaptureTime(Instant at, CaptureClock clock) {

  public CaptureTime plusMicros(long micros) {
    return new CaptureTime(at.plusNanos(micros * 1000), clock);
  }
}
