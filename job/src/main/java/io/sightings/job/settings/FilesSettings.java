package io.sightings.job.settings;

import io.sightings.contract.settings.SettingChecks;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;

/**
 * @param path where the date=YYYY-MM-DD folders go: a folder or any file system Flink knows; empty
 *     for no files
 * @param timeZone whose days they are
 * @param rollover a file is finished after this long at the latest
 */
public record FilesSettings(String path, String timeZone, Duration rollover)
    implements Serializable {

  public FilesSettings {
    path = path == null ? "" : path;
    try {
      ZoneId.of(timeZone);
    } catch (DateTimeException e) {
      SettingChecks.that(false, "timeZone", timeZone, "a zone such as UTC or Europe/Berlin");
    }
  }

  public static FilesSettings defaults() {
    return new FilesSettings("", "UTC", Duration.ofMinutes(15));
  }
}
