package io.sightings.ingest.sample;

import java.time.Duration;

/** Tells when a source has been silent for too long. Stateful, for one run of one source. */
final class HeartbeatClock {
  private final long intervalMicros;
  private long lastMicros;

  public HeartbeatClock(Duration interval) {
    this.intervalMicros = interval.toNanos() / 1000;
  }

  /** Something was said about this time. */
  public void spoken(long micros) {
    lastMicros = micros;
  }

  /** Whether a heartbeat is due at this time; if so, it counts as spoken. */
  public boolean due(long micros) {
    if (micros - lastMicros < intervalMicros) {
      return false;
    }
    lastMicros = micros;
    return true;
  }
}
