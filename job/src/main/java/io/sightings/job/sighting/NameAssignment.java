package io.sightings.job.sighting;

import io.sightings.job.settings.SightingSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who the visitors of a source are, all together: no person can be two of the people seen in one
 * frame.
 */
final class NameAssignment {
  /** Another name must have this many times the support of the present one to replace it. */
  private static final double FLIP = 1.5;

  /** A person who was not seen for this long has left: no second face will confirm the first. */
  private static final long LEFT_MILLIS = 2000;

  /** The only face of a person who has left must be this much above the threshold. */
  private static final double SINGLE_FACE = 0.05;

  private final SightingSettings settings;
  private final long now;

  /** A visit that could have a name, and how much of all its faces speaks for that. */
  private record Claim(VisitState visit, NameVotes support, double weight) {}

  /**
   * @param now the source's clock; {@link Long#MAX_VALUE} where all have left
   */
  NameAssignment(SightingSettings settings, long now) {
    this.settings = settings;
    this.now = now;
  }

  /** The person of each visit that has earned a name, by visit id. */
  Map<String, String> decide(OpenVisits visits) {
    List<Claim> claims = new ArrayList<>();
    for (VisitState visit : visits.all()) {
      for (NameVotes support : visit.evidence().supports()) {
        if (isEarned(visit, support)) {
          boolean present = support.personId().equals(visit.personId());
          // An average, so that of two people who claim a name it is not simply the one who stays
          // longer.
          double weight = support.weight() / visit.evidence().judged();
          claims.add(new Claim(visit, support, weight * (present ? FLIP : 1)));
        }
      }
    }
    claims.sort(
        Comparator.comparingDouble(Claim::weight)
            .reversed()
            .thenComparing(claim -> claim.visit().first())
            .thenComparing(claim -> claim.visit().id()));
    Map<String, String> names = new HashMap<>();
    for (Claim claim : claims) {
      if (!names.containsKey(claim.visit().id()) && !takenByRival(claim, names, visits)) {
        names.put(claim.visit().id(), claim.support().personId());
      }
    }
    return names;
  }

  private boolean isEarned(VisitState visit, NameVotes support) {
    if (visit.company().people().contains(support.personId())) {
      return false;
    }
    // A name once earned is not lost again because later faces were turned away.
    boolean present = support.personId().equals(visit.personId());
    return present
        || (support.faces() >= settings.agreeing()
            && support.faces() >= settings.share() * visit.evidence().judged())
        || isEarnedBriefly(visit, support);
  }

  /** Whether a visit of fewer faces than must agree is over, and all of them agree. */
  private boolean isEarnedBriefly(VisitState visit, NameVotes support) {
    return isBrief(visit)
        && support.faces() == visit.evidence().judged()
        && support.best() >= visit.evidence().threshold() + SINGLE_FACE;
  }

  private boolean isBrief(VisitState visit) {
    return now - visit.last() >= LEFT_MILLIS
        && visit.evidence().judged() < settings.agreeing()
        && !visit.evidence().supports().isEmpty();
  }

  /** Whether someone left after too few faces for a name that the visit does not have yet. */
  boolean concernsBriefVisit(OpenVisits visits) {
    return visits.all().stream().anyMatch(visit -> visit.personId() == null && isBrief(visit));
  }

  private static boolean takenByRival(Claim claim, Map<String, String> names, OpenVisits visits) {
    return names.entrySet().stream()
        .filter(entry -> entry.getValue().equals(claim.support().personId()))
        .anyMatch(entry -> visits.rivals(claim.visit(), visits.get(entry.getKey())));
  }
}
