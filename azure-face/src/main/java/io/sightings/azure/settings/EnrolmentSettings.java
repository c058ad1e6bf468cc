package io.sightings.azure.settings;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How people are put into the group.
 *
 * @param minQuality low, medium or high: what the service must think of a photo's face; Microsoft
 *     recommends high only
 * @param parallel people worked on at once
 * @param trainingPatience how long a training may take
 */
@RecordBuilder
public record EnrolmentSettings(String minQuality, int parallel, Duration trainingPatience)
    implements Serializable, EnrolmentSettingsBuilder.With {

  public static final EnrolmentSettings DEFAULT =
      new EnrolmentSettings("high", 8, Duration.ofHours(1));

  public EnrolmentSettings {
    QualityLevel.require("minQuality", minQuality);
    SettingRules.range("parallel", parallel, 1, 100);
    SettingRules.range(
        "trainingPatience", trainingPatience, Duration.ofSeconds(1), Duration.ofHours(24));
  }

  /** Whether a face of this quality is good enough; one of unknown quality is. */
  public boolean enough(@Nullable String quality) {
    return QualityLevel.reaches(quality, minQuality);
  }
}
