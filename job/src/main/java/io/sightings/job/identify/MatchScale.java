package io.sightings.job.identify;

import io.sightings.engine.EngineUnavailableException;
import io.sightings.engine.FaceEmbedder;
import io.sightings.engine.calibrate.FalseMatchTable;
import io.sightings.engine.calibrate.FalseMatchTables;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What similarities of one embedder mean.
 *
 * @param threshold similarity from which two faces are one person's
 * @param table null where the embedder's false match rates are not known
 */
record MatchScale(float threshold, @Nullable FalseMatchTable table) {

  /**
   * @param rate what {@code identify.falseMatchRate} says; 0 takes the embedder's threshold
   * @throws EngineUnavailableException if the embedder has no table, or one that does not reach
   *     this rate
   */
  static MatchScale of(FaceEmbedder embedder, double rate) {
    FalseMatchTable table = FalseMatchTables.of(embedder.model()).orElse(null);
    if (rate == 0) {
      return new MatchScale(embedder.threshold(), table);
    }
    if (table == null) {
      throw new EngineUnavailableException(
          "identify.falseMatchRate is set, but the false match rates of the embedder "
              + embedder.model()
              + " are not known. Set engine.threshold instead (`sightings calibrate` suggests one),"
              + " or engine.embedder to one of: "
              + String.join(", ", FalseMatchTables.models())
              + ".");
    }
    if (rate < table.minRate()) {
      throw new EngineUnavailableException(
          String.format(
              Locale.ROOT,
              "identify.falseMatchRate is %.1e, but the false match rates of the embedder %s are"
                  + " known down to %.1e only. Set it to that or more, or set engine.threshold"
                  + " instead.",
              rate,
              embedder.model(),
              table.minRate()));
    }
    return new MatchScale((float) table.similarity(rate), table);
  }

  /**
   * How often a stranger reaches a similarity with any of the people.
   *
   * @param people in the gallery, 1 or more
   * @return 0 where it is not known
   */
  double falseMatchRate(float similarity, int people) {
    return table == null ? 0 : table.rate(similarity, people);
  }
}
