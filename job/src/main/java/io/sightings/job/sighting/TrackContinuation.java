package io.sightings.job.sighting;

import io.sightings.job.identify.IdentifiedFace;
import io.sightings.job.identify.LocalIdentification.Likeness;
import io.sightings.job.settings.SightingSettings;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides by looks whose visit a face continues that stands where another one was expected. Between
 * two pictures of a slow camera people change places, so motion alone is not enough.
 */
final class TrackContinuation {
  /** An expected face may be this much less alike than two faces of unknown origin. */
  private static final double EXPECTED = 0.1;

  /** The expected visit keeps the face unless another one is this much more alike. */
  private static final double CLEARER = 0.05;

  /** A face of this share of the visit's best quality shows as much as the others. */
  private static final double COMPARABLE = 0.8;

  /** Below this share of the threshold, two faces in full view are two people's. */
  private static final double UNLIKE = 0.25;

  /** A visit that was not expected must be this much more alike than the threshold. */
  private static final double UNEXPECTED = 0.05;

  private final OpenVisits visits;
  private final SightingSettings settings;
  private final Set<String> here;
  private final long now;

  /**
   * @param here visits that other faces of the frame belong to
   */
  TrackContinuation(OpenVisits visits, SightingSettings settings, Set<String> here, long now) {
    this.visits = visits;
    this.settings = settings;
    this.here = here;
    this.now = now;
  }

  /** The visit of a face; null if it begins a new one. */
  @Nullable VisitState visit(IdentifiedFace face) {
    VisitState expected = face.follows() == null ? null : visits.ofTrack(face.follows());
    if (expected != null && here.contains(expected.id())) {
      expected = null;
    }
    if (face.identification() == null) {
      return expected;
    }
    FaceEmbedding look = look(face);
    double threshold = face.identification().threshold();
    VisitState other = null;
    double likeOther = threshold + UNEXPECTED;
    for (VisitState visit : visits.all()) {
      if (visit != expected && mayContinue(visit)) {
        double like = EmbeddingSimilarity.similarity(List.of(look), visit.looks());
        if (like >= likeOther) {
          likeOther = like;
          other = visit;
        }
      }
    }
    if (expected == null) {
      return other;
    }
    double like =
        expected.looks().isEmpty()
            ? threshold
            : EmbeddingSimilarity.similarity(List.of(look), expected.looks());
    return like >= threshold - EXPECTED && (other == null || like >= likeOther - CLEARER)
        ? expected
        : other;
  }

  /**
   * Whether a face cannot be the visitor's although its track says so: another person came where
   * the track was lost. A face that is seen worse than the visitor's others says nothing, and one
   * that is only unlike them is of a person who turns; it must be somebody else's as well.
   */
  boolean contradicts(VisitState visit, IdentifiedFace face) {
    if (face.identification() == null || visit.looks().isEmpty()) {
      return false;
    }
    double clearest = visit.looks().stream().mapToDouble(FaceEmbedding::quality).max().orElse(0);
    double like = EmbeddingSimilarity.similarity(List.of(look(face)), visit.looks());
    double threshold = face.identification().threshold();
    return face.quality() >= COMPARABLE * clearest
        && like < threshold - EXPECTED
        && (like < threshold * UNLIKE || isNamedUnlike(visit, face) || visit(face) != null);
  }

  /** Whether the gallery takes the face for somebody the visitor is not. */
  private static boolean isNamedUnlike(VisitState visit, IdentifiedFace face) {
    Likeness best = face.identification().best();
    if (best == null) {
      return false;
    }
    return visit.personId() == null
        ? face.identification().named() && visit.evidence().supportFor(best.personId()) == null
        : !visit.personId().equals(best.personId());
  }

  private static FaceEmbedding look(IdentifiedFace face) {
    return new FaceEmbedding(
        face.identification().model(), face.identification().embedding(), face.quality());
  }

  private boolean mayContinue(VisitState visit) {
    return !visit.isOver()
        && !here.contains(visit.id())
        && !visit.looks().isEmpty()
        && now - visit.last() <= settings.gap().toMillis();
  }
}
