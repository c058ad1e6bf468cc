package io.sightings.faults.hostile.neighbour;

import io.sightings.scenes.TrueVisit;
import io.sightings.toolkit.scene.GroundTruthComparison;
import java.util.List;
import java.util.Optional;

/**
 * A drawn scene that was played: its visits are those of its truth.
 *
 * @param source that played it
 * @param truth of the scene
 */
record GoodScene(String source, List<TrueVisit> truth) implements GoodNeighbour {

  @Override
  public String name() {
    return source;
  }

  @Override
  public Optional<String> missing(GoodSightings sightings) {
    GroundTruthComparison check = GroundTruthComparison.of(truth, sightings.of(source));
    return check.perfect()
        ? Optional.empty()
        : Optional.of(
            "%s: %d of %d visits, %d extra, %s"
                .formatted(
                    source, check.seen(), truth.size(), check.extra().size(), check.confused()));
  }
}
