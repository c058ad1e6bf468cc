package io.sightings.azure.settings;

import io.sightings.engine.ShotSettings;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is asked about a face.
 *
 * @param margin the crop that is sent has this many times the width and height of the face's box
 * @param minFace shorter side of the smallest face sent, in pixels: the service finds none below 36
 * @param maxFace larger faces are reduced to this shorter side, in pixels: more than 200 tells the
 *     service nothing
 * @param minQuality low, medium or high: what the service must think of a face to be asked whose it
 *     is
 * @param minConfidence 0 to 1, of a candidate; 0 leaves it to the service
 * @param candidates how many are asked for, 1 to 100
 * @param faceIdTimeToLive after which the service forgets a face it was asked about
 * @param batchWait how long a face waits for others, to share a call with them
 * @param patience how long a request about a person who is there now may take, waiting and retries
 *     included
 * @param recordedPatience the same for recordings and photos, which wait while the service is away
 * @param namesRefresh how often the list of people is read again
 */
@RecordBuilder
public record IdentifySettings(
    double margin,
    int minFace,
    int maxFace,
    String minQuality,
    double minConfidence,
    int candidates,
    Duration faceIdTimeToLive,
    Duration batchWait,
    Duration patience,
    Duration recordedPatience,
    Duration namesRefresh)
    implements Serializable, IdentifySettingsBuilder.With {

  public static final IdentifySettings DEFAULT =
      new IdentifySettings(
          2.5,
          36,
          240,
          "medium",
          0,
          2,
          Duration.ofMinutes(2),
          Duration.ofMillis(100),
          Duration.ofSeconds(45),
          Duration.ofMinutes(5),
          Duration.ofMinutes(10));

  public IdentifySettings {
    SettingRules.range("margin", margin, 1, 10);
    SettingRules.range("minFace", minFace, 36, 1000);
    SettingRules.range("maxFace", maxFace, Math.max(100, minFace), 4096);
    QualityLevel.require("minQuality", minQuality);
    SettingRules.range("minConfidence", minConfidence, 0, 1);
    SettingRules.range("candidates", candidates, 1, 100);
    SettingRules.range(
        "faceIdTimeToLive", faceIdTimeToLive, Duration.ofSeconds(60), Duration.ofHours(24));
    SettingRules.range("batchWait", batchWait, Duration.ZERO, Duration.ofSeconds(10));
    SettingRules.range("patience", patience, Duration.ofSeconds(1), Duration.ofHours(1));
    SettingRules.range(
        "recordedPatience", recordedPatience, Duration.ofSeconds(1), Duration.ofHours(24));
    SettingRules.range("namesRefresh", namesRefresh, Duration.ofSeconds(1), Duration.ofHours(24));
  }

  /** How the faces asked about are cut out. */
  public ShotSettings shots() {
    return new ShotSettings(margin, minFace, maxFace);
  }

  /** Whether a face of this quality is worth asking whose it is; one of unknown quality is. */
  public boolean enough(@Nullable String quality) {
    return QualityLevel.reaches(quality, minQuality);
  }

  public IdentifySettings withPatience(Duration live, Duration recorded) {
    return new IdentifySettings(
        margin,
        minFace,
        maxFace,
        minQuality,
        minConfidence,
        candidates,
        faceIdTimeToLive,
        batchWait,
        live,
        recorded,
        namesRefresh);
  }
}
