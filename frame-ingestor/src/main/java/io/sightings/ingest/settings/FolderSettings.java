package io.sightings.ingest.settings;

import io.sightings.contract.settings.Check;
import java.time.Duration;

/**
 * How watched folders are read.
 *
 * @param scan how often a folder is looked into
 * @param settle how long a file must not have changed before it counts as complete
 */
public record FolderSettings(Duration scan, Duration settle) {

  public FolderSettings {
    Check.range("scan", scan, Duration.ofMillis(100), Duration.ofHours(1));
    Check.range("settle", settle, Duration.ofMillis(100), Duration.ofHours(1));
  }

  public static FolderSettings defaults() {
    return new FolderSettings(Duration.ofSeconds(1), Duration.ofSeconds(2));
  }
}
