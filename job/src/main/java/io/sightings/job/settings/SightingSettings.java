package io.sightings.job.settings;

import io.sightings.contract.settings.SettingChecks;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.Serializable;
import java.time.Duration;

/**
 * The rules of a visit.
 *
 * @param gap unseen for longer than this, a person's visit is over
 * @param silence a source without frames and heartbeats for this long (by the clock on the wall)
 *     has its visits closed
 * @param update an open visit is published again when it has grown by this much
 * @param agreeing so many faces of a visit must speak for a name; a photo is judged by its one face
 * @param share of a visit's judged faces that must speak for the name, 0..1
 * @param strangerFaces so many judged faces without a name make a visit a stranger's
 * @param strangers how strangers are remembered
 * @param thumbnails whether sightings carry a picture of the face
 */
@RecordBuilder
public record SightingSettings(
    Duration gap,
    Duration silence,
    Duration update,
    int agreeing,
    double share,
    int strangerFaces,
    StrangerSettings strangers,
    boolean thumbnails)
    implements Serializable, SightingSettingsBuilder.With {

  /**
   * @param remember how long after the last visit a stranger is known again, by the source's clock
   * @param most so many strangers are remembered per source, the most recent ones
   */
  public record StrangerSettings(Duration remember, int most) implements Serializable {
    public StrangerSettings {
      SettingChecks.range("most", most, 0, 100_000);
    }
  }

  public SightingSettings {
    SettingChecks.that(!gap.isNegative() && !gap.isZero(), "gap", gap, "more than 0s");
    SettingChecks.that(
        !silence.isNegative() && !silence.isZero(), "silence", silence, "more than 0s");
    SettingChecks.range("agreeing", agreeing, 1, 100);
    SettingChecks.range("share", share, 0, 1);
    SettingChecks.range("strangerFaces", strangerFaces, 1, 100);
  }

  public static SightingSettings defaults() {
    return new SightingSettings(
        Duration.ofSeconds(30),
        Duration.ofMinutes(10),
        Duration.ofSeconds(10),
        2,
        0.25,
        3,
        new StrangerSettings(Duration.ofDays(7), 500),
        true);
  }

  /** For a service that names by its own judgement: each of its answers counts, and is paid. */
  public SightingSettings trustingOneAnswer() {
    return new SightingSettings(
        gap, silence, update, 1, share, strangerFaces, strangers, thumbnails);
  }
}
