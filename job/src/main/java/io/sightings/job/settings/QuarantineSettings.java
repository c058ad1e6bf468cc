package io.sightings.job.settings;

import io.sightings.contract.settings.SettingChecks;
import java.io.Serializable;
import java.time.Duration;

/**
 * When a frame that ends processes is diverted.
 *
 * @param deaths so many ends of a process or failures of the job during a frame's analysis divert
 *     it; all but the first must have happened while nothing else was analysed in that process. 0
 *     journals nothing and diverts nothing
 * @param patience how long a frame waits for the journal's broker before it is analysed
 *     unjournaled, 100 ms or more
 * @param alone how long other frames wait while a suspect is analysed alone, 100 ms or more
 */
public record QuarantineSettings(int deaths, Duration patience, Duration alone)
    implements Serializable {
  private static final Duration MIN_WAIT = Duration.ofMillis(100);

  public QuarantineSettings {
    SettingChecks.that(
        deaths == 0 || (deaths >= 2 && deaths <= 10), "deaths", deaths, "0 or 2 to 10");
    SettingChecks.that(patience.compareTo(MIN_WAIT) >= 0, "patience", patience, "100ms or more");
    SettingChecks.that(alone.compareTo(MIN_WAIT) >= 0, "alone", alone, "100ms or more");
  }

  public static QuarantineSettings defaults() {
    return new QuarantineSettings(2, Duration.ofSeconds(2), Duration.ofSeconds(5));
  }

  /** Whether attempts are journaled at all. */
  public boolean on() {
    return deaths > 0;
  }
}
