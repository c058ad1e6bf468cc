package io.sightings.job.settings;

import io.sightings.contract.settings.SettingChecks;
import java.io.Serializable;
import java.time.Duration;

/**
 * @param patience a track not seen for this long is over
 * @param reach how far a face may move between two frames, in widths of the face; more is another
 *     track
 * @param eager so many judgeable faces of a new track are identified at once
 * @param better a shot whose quality is this many times the best so far is identified again
 * @param recheck an answer older than this is asked for again
 */
public record TrackSettings(
    Duration patience, double reach, int eager, double better, Duration recheck)
    implements Serializable {

  public TrackSettings {
    SettingChecks.range("reach", reach, 0.1, 10);
    SettingChecks.range("eager", eager, 1, 100);
    SettingChecks.range("better", better, 1, 10);
  }

  public static TrackSettings defaults() {
    return new TrackSettings(Duration.ofSeconds(2), 1.0, 3, 1.2, Duration.ofSeconds(1));
  }
}
