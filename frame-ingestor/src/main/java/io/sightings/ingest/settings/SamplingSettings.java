package io.sightings.ingest.settings;

import io.sightings.contract.settings.Check;
import java.time.Duration;

/**
 * Which frames of a stream are taken.
 *
 * @param fps frames taken per second of capture time; 0 takes every frame
 * @param heartbeat longest stretch of capture time of which nothing is said
 */
public record SamplingSettings(double fps, Duration heartbeat) {

  public SamplingSettings {
    Check.range("fps", fps, 0, 1000);
    Check.that(heartbeat.toMillis() >= 100, "heartbeat", heartbeat, "100ms or more");
  }

  public static SamplingSettings defaults() {
    return new SamplingSettings(5, Duration.ofSeconds(1));
  }

  public SamplingSettings withFps(double other) {
    return new SamplingSettings(other, heartbeat);
  }
}
