package io.sightings.engine.azure.settings;

import io.sightings.engine.azure.client.models.QualityForRecognition;
import java.io.Serializable;
import java.time.Duration;

/**
 * How people are put into the group.
 *
 * @param minQuality low, medium or high: what the service must think of a photo's face; Microsoft
 *     recommends high only
 * @param parallel people worked on at once
 * @param trainingPatience how long a training may take
 */
public record EnrolSettings(String minQuality, int parallel, Duration trainingPatience)
    implements Serializable {

  public static final EnrolSettings DEFAULT = new EnrolSettings("high", 8, Duration.ofHours(1));

  public EnrolSettings {
    Quality.require("minQuality", minQuality);
    Require.range("parallel", parallel, 1, 100);
    Require.range(
        "trainingPatience", trainingPatience, Duration.ofSeconds(1), Duration.ofHours(24));
  }

  /** Whether a face of this quality is good enough; one of unknown quality is. */
  public boolean enough(QualityForRecognition quality) {
    return Quality.rank(quality) >= Quality.rank(new QualityForRecognition(minQuality));
  }

  public EnrolSettings withParallel(int other) {
    return new EnrolSettings(minQuality, other, trainingPatience);
  }

  public EnrolSettings withMinQuality(String other) {
    return new EnrolSettings(other, parallel, trainingPatience);
  }
}
