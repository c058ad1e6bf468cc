package io.sightings.engine.azure.settings;

import io.sightings.engine.azure.client.models.QualityForRecognition;
import java.util.List;

/** Compares what the service calls quality. */
final class Quality {
  private static final List<QualityForRecognition> RISING =
      List.of(QualityForRecognition.LOW, QualityForRecognition.MEDIUM, QualityForRecognition.HIGH);

  private Quality() {}

  /** 0 to 2; what is unknown or was not told does not stand in the way. */
  static int rank(QualityForRecognition quality) {
    int rank = quality == null ? -1 : RISING.indexOf(quality); // which takes no null
    return rank < 0 ? RISING.size() - 1 : rank;
  }

  static void require(String key, String value) {
    boolean known = value != null && RISING.contains(new QualityForRecognition(value));
    Require.that(known, key, "\"" + value + "\"", "one of low, medium, high");
  }
}
