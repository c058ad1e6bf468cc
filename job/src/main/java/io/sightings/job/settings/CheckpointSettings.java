package io.sightings.job.settings;

import io.sightings.contract.settings.SettingChecks;
import java.io.Serializable;
import java.time.Duration;

/**
 * @param interval between checkpoints; sightings become visible to read_committed readers with the
 *     checkpoint after them
 * @param timeout after which a checkpoint is given up
 */
public record CheckpointSettings(Duration interval, Duration timeout) implements Serializable {

  public CheckpointSettings {
    SettingChecks.that(
        interval.compareTo(Duration.ofMillis(100)) >= 0, "interval", interval, "100ms or more");
  }

  public static CheckpointSettings defaults() {
    return new CheckpointSettings(Duration.ofSeconds(10), Duration.ofMinutes(5));
  }
}
