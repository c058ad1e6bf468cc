package io.sightings.job.sighting;

import io.sightings.job.identify.LocalIdentification.Likeness;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for one name in a visit.
 *
 * @param personId the person
 * @param name as the gallery had it last
 * @param faces how many faces of the visit agree
 * @param weight sum of their similarities
 * @param best highest of those similarities
 * @param runnerUp the best other person for that same face; null if there is none
 * @param falseMatchRate of the highest similarity, 0..1; 0 where it is not known
 */
public record NameVotes(
    String personId,
    String name,
    int faces,
    double weight,
    float best,
    @Nullable Likeness runnerUp,
    double falseMatchRate) {

  static NameVotes first(Likeness likeness, @Nullable Likeness runnerUp) {
    return new NameVotes(
        likeness.personId(),
        likeness.name(),
        1,
        likeness.similarity(),
        likeness.similarity(),
        runnerUp,
        likeness.falseMatchRate());
  }

  NameVotes and(NameVotes later) {
    boolean better = later.best > best;
    return new NameVotes(
        personId,
        later.name,
        faces + later.faces,
        weight + later.weight,
        better ? later.best : best,
        better ? later.runnerUp : runnerUp,
        better ? later.falseMatchRate : falseMatchRate);
  }
}
