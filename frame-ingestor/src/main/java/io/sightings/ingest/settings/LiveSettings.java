package io.sightings.ingest.settings;

import io.sightings.contract.settings.SettingChecks;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;

/**
 * How cameras and other streams are followed.
 *
 * @param timeout how long a stream may say nothing, while it is opened and later, before it is
 *     opened again
 * @param minBackoff pause before the first attempt to reopen it; it doubles with every failure
 * @param maxBackoff longest such pause
 * @param bufferBytes what all streams together may hold while Kafka is slow or away; beyond, the
 *     oldest pictures are dropped
 * @param clockTolerance how far a camera's clock may be off; if it is further off, the time of
 *     arrival counts. Zero never asks the camera
 */
@RecordBuilder
public record LiveSettings(
    Duration timeout,
    Duration minBackoff,
    Duration maxBackoff,
    int bufferBytes,
    Duration clockTolerance)
    implements LiveSettingsBuilder.With {

  public LiveSettings {
    SettingChecks.range("timeout", timeout, Duration.ofMillis(500), Duration.ofMinutes(10));
    SettingChecks.range("minBackoff", minBackoff, Duration.ofMillis(100), Duration.ofHours(1));
    SettingChecks.range("maxBackoff", maxBackoff, minBackoff, Duration.ofHours(24));
    SettingChecks.range("bufferBytes", bufferBytes, 1 << 20, 1 << 30);
    SettingChecks.that(
        !clockTolerance.isNegative(), "clockTolerance", clockTolerance, "0s or more");
  }

  public static LiveSettings defaults() {
    return new LiveSettings(
        Duration.ofSeconds(10),
        Duration.ofSeconds(1),
        Duration.ofMinutes(1),
        64 << 20,
        Duration.ofMinutes(1));
  }
}
