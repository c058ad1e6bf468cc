package io.sightings.job.sighting;

import io.sightings.contract.Sighting;
import io.sightings.contract.Sighting.RunnerUp;
import io.sightings.contract.Sighting.Who;
import io.sightings.contract.SightingStatus;
import io.sightings.contract.SourceInfo;
import io.sightings.job.identify.LocalIdentification.Likeness;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A visit as the world is told of it. */
final class SightingWriter {

  private SightingWriter() {}

  static Sighting write(
      VisitState visit,
      int revision,
      SightingStatus status,
      @Nullable String mergedInto,
      SourceInfo source) {
    IdentityEvidence evidence = visit.evidence();
    NameVotes naming = visit.naming();
    return new Sighting(
        visit.id(),
        revision,
        status,
        mergedInto,
        source,
        who(visit),
        Instant.ofEpochMilli(visit.first()),
        Instant.ofEpochMilli(visit.last()),
        visit.frames(),
        evidence.judged(),
        naming == null ? 0 : naming.faces(),
        naming == null ? null : (double) naming.best(),
        naming == null ? null : rate(naming.falseMatchRate()),
        runnerUp(naming == null ? evidence.nearest() : naming.runnerUp()),
        // A service that applies a threshold of its own does not tell it.
        evidence.threshold() == 0 ? null : (double) evidence.threshold(),
        evidence.model(),
        evidence.galleryVersion(),
        visit.bestShot(),
        visit.inquiries().told());
  }

  static Who who(VisitState visit) {
    NameVotes naming = visit.naming();
    if (naming != null) {
      return new Who(naming.personId(), naming.name(), true);
    }
    String id =
        visit.strangerId() == null ? DeterministicIds.stranger(visit.id()) : visit.strangerId();
    return new Who(id, null, false);
  }

  private static @Nullable RunnerUp runnerUp(Likeness likeness) {
    return likeness == null
        ? null
        : new RunnerUp(
            likeness.personId(),
            likeness.name(),
            likeness.similarity(),
            rate(likeness.falseMatchRate()));
  }

  private static @Nullable Double rate(double falseMatchRate) {
    return falseMatchRate == 0 ? null : falseMatchRate;
  }
}
