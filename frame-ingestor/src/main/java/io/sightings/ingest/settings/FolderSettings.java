package io.sightings.ingest.settings;

import io.sightings.contract.settings.SettingChecks;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;

/**
 * How watched folders and the folders of uploads are read.
 *
 * @param scan how often a folder is looked into
 * @param settle how long a file must not have changed before it counts as complete
 * @param rejectedFor how long an upload that could not be read is kept. The rejected files of a
 *     watched folder belong to its user and stay
 * @param rejectedBytes what rejected uploads of one source may take on the disk, 1 MiB or more; the
 *     oldest are deleted beyond that
 */
@RecordBuilder
public record FolderSettings(
    Duration scan, Duration settle, Duration rejectedFor, long rejectedBytes)
    implements FolderSettingsBuilder.With {

  public FolderSettings {
    SettingChecks.range("scan", scan, Duration.ofMillis(100), Duration.ofHours(1));
    SettingChecks.range("settle", settle, Duration.ofMillis(100), Duration.ofHours(1));
    SettingChecks.range("rejectedFor", rejectedFor, Duration.ofMinutes(1), Duration.ofDays(3660));
    SettingChecks.range("rejectedBytes", (double) rejectedBytes, 1 << 20, (double) (1L << 50));
  }

  public static FolderSettings defaults() {
    return new FolderSettings(
        Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofDays(7), 4L << 30);
  }
}
