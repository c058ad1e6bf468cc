package io.sightings.job.settings;

import io.sightings.contract.settings.SettingChecks;
import java.io.Serializable;
import java.time.Duration;

/**
 * Which faces of a track an identification service is asked about. Each question is paid.
 *
 * @param after so many judgeable faces of a new track: the first one is rarely a good one, and who
 *     shows no second one is no sighting
 * @param minQuality of our own measure: worse faces are not asked about, because the service would
 *     not judge them either
 * @param better a person who was not identified is requested again with a shot whose quality is
 *     this many times the best so far
 * @param again while the service is away, or had no turn for the question, it is tried again after
 *     this long
 * @param recheck an answer older than this is asked for again
 * @param most questions about one track between two rechecks
 * @param capacity questions of each parallel instance under way at once; each is in every
 *     checkpoint, with its picture
 */
public record RemoteIdentifySettings(
    int after,
    double minQuality,
    double better,
    Duration again,
    Duration recheck,
    int most,
    int capacity)
    implements Serializable {

  public RemoteIdentifySettings {
    SettingChecks.range("after", after, 1, 100);
    SettingChecks.range("minQuality", minQuality, 0, 1);
    SettingChecks.range("better", better, 1, 10);
    SettingChecks.range("most", most, 1, 100);
    SettingChecks.range("capacity", capacity, 8, 10_000);
    SettingChecks.that(
        !again.isNegative() && again.compareTo(recheck) <= 0,
        "again",
        again,
        "from 0s to ask.recheck");
  }

  public static RemoteIdentifySettings defaults() {
    return new RemoteIdentifySettings(
        2, 0.3, 1.3, Duration.ofSeconds(5), Duration.ofMinutes(2), 4, 64);
  }
}
