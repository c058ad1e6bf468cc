package io.sightings.job.sighting;

import io.sightings.job.settings.SightingSettings;
import org.jspecify.annotations.Nullable;

/**
 * Which open visit another one continues, by looks: people turn, hide and come back as new tracks.
 */
final class VisitMatcher {
  /** A single face must be clearly above the threshold to join two visits. */
  private static final double SINGLE_FACE = 0.1;

  /** How much less alike a visit may be to one whose track ended close by a moment before. */
  private static final double CLOSE_BY = 0.1;

  private final OpenVisits visits;
  private final SightingSettings settings;

  VisitMatcher(OpenVisits visits, SightingSettings settings) {
    this.visits = visits;
    this.settings = settings;
  }

  /** The visit this one belongs to; null if it stands for itself. */
  @Nullable VisitState counterpart(VisitState visit) {
    if (visit.looks().isEmpty()) {
      return null;
    }
    double threshold = visit.appearance().threshold();
    VisitState found = null;
    double best = visit.appearance().faces() > 1 ? threshold : threshold + SINGLE_FACE;
    for (VisitState other : visits.all()) {
      if (mayBeOne(visit, other)) {
        double similarity =
            EmbeddingSimilarity.similarity(visit.looks(), other.looks())
                + (continues(visit, other) && !areNamedUnlike(visit, other) ? CLOSE_BY : 0);
        if (similarity >= best) {
          best = similarity;
          found = other;
        }
      }
    }
    return found;
  }

  private static boolean continues(VisitState a, VisitState b) {
    return a.appearance().faces() > 1
        && b.appearance().faces() > 1
        && (beginsAt(a, b) || beginsAt(b, a));
  }

  private static boolean beginsAt(VisitState earlier, VisitState later) {
    return earlier.tracks().stream().anyMatch(track -> later.near().contains(track.id()));
  }

  /** Whether one has a name that no face of the other speaks for. */
  private static boolean areNamedUnlike(VisitState a, VisitState b) {
    return (a.personId() != null && b.evidence().supportFor(a.personId()) == null)
        || (b.personId() != null && a.evidence().supportFor(b.personId()) == null);
  }

  private boolean mayBeOne(VisitState a, VisitState b) {
    return !a.id().equals(b.id())
        && !a.isOver()
        && !b.isOver()
        && isInReach(a, b)
        && !visits.rivals(a, b)
        && !isBeside(a, b)
        && !isBeside(b, a)
        && !areNamedApart(a, b)
        && !saysAnother(a, b)
        && !saysAnother(b, a);
  }

  /**
   * Whether the visits are near enough in time; or else whether enough is known of the new one to
   * say that the other, which waits for a continuation, is over because here they are.
   */
  private boolean isInReach(VisitState visit, VisitState other) {
    return visit.isNear(other, settings.gap())
        || visit.appearance().faces() >= settings.strangerFaces();
  }

  /** Whether the people of the two visits were seen side by side in an earlier visit. */
  private static boolean isBeside(VisitState a, VisitState b) {
    return b.whose() != null && a.company().people().contains(b.whose());
  }

  private static boolean areNamedApart(VisitState a, VisitState b) {
    return a.personId() != null && b.personId() != null && !a.personId().equals(b.personId());
  }

  /** Whether the faces of one visit speak for a person the other one is not. */
  private static boolean saysAnother(VisitState a, VisitState b) {
    return b.personId() != null
        && a.evidence().supports().stream().anyMatch(s -> !s.personId().equals(b.personId()))
        && a.evidence().supportFor(b.personId()) == null;
  }
}
