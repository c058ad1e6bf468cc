package io.sightings.ingest.settings;

import io.sightings.contract.settings.SettingChecks;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;

/**
 * How recordings and photos are read.
 *
 * @param parallel how many files are read at once
 * @param decoderThreads threads of each video decoder
 * @param readTimeout how long a file may take to answer; matters on network drives
 * @param again whether a file read before counts as a new run, whose frames are no duplicates
 * @param timeZone of photos that do not say where their clock was
 * @param maxDeaths how often the ingestor may end while it reads the same file or stream before
 *     that is left out
 */
@RecordBuilder
public record FileSettings(
    int parallel,
    int decoderThreads,
    Duration readTimeout,
    boolean again,
    String timeZone,
    int maxDeaths)
    implements FileSettingsBuilder.With {

  public FileSettings {
    SettingChecks.range("parallel", parallel, 1, 64);
    SettingChecks.range("decoderThreads", decoderThreads, 1, 64);
    SettingChecks.range("maxDeaths", maxDeaths, 1, 1000);
    SettingChecks.that(readTimeout.toMillis() >= 100, "readTimeout", readTimeout, "100ms or more");
    try {
      ZoneId.of(timeZone);
    } catch (DateTimeException | NullPointerException e) {
      throw new IllegalArgumentException(
          "timeZone is \"" + timeZone + "\", allowed is a zone such as UTC or Europe/Berlin", e);
    }
  }

  public static FileSettings defaults() {
    return new FileSettings(2, 1, Duration.ofSeconds(30), false, "UTC", 2);
  }

  public ZoneId zone() {
    return ZoneId.of(timeZone);
  }
}
