package io.sightings.job.sighting;

import io.sightings.job.identify.LocalIdentification;
import io.sightings.job.identify.LocalIdentification.Likeness;
import io.sightings.job.identify.remote.IdentifyResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known about who a visitor is. It adds up over the visit, so that a single face does
 * not overturn it.
 *
 * @param judged faces compared with the gallery
 * @param supports what speaks for each name, heaviest first; at most {@link #MAX_NAMES}
 * @param nearest the most similar person over all faces, named or not; null if the gallery is empty
 * @param model that compared last; null if nothing was judged
 * @param threshold of that model; 0 where a service applies its own
 * @param galleryVersion the people known at the last comparison; may be null
 */
public record IdentityEvidence(
    int judged,
    List<NameVotes> supports,
    @Nullable Likeness nearest,
    @Nullable String model,
    float threshold,
    @Nullable String galleryVersion) {
  static final int MAX_NAMES = 5;
  static final IdentityEvidence NONE = new IdentityEvidence(0, List.of(), null, null, 0, null);

  /** Nothing where faces are only compared with one another, because a service names. */
  static IdentityEvidence of(LocalIdentification face) {
    if (face.galleryVersion() == null) {
      return NONE;
    }
    List<NameVotes> supports =
        face.named() ? List.of(NameVotes.first(face.best(), face.runnerUp())) : List.of();
    return new IdentityEvidence(
        1, supports, face.best(), face.model(), face.threshold(), face.galleryVersion());
  }

  /** Nothing where the service could not say. */
  static IdentityEvidence of(IdentifyResult answer) {
    if (!answer.judged()) {
      return NONE;
    }
    List<NameVotes> supports =
        answer.best() == null
            ? List.of()
            : List.of(NameVotes.first(answer.best(), answer.runnerUp()));
    return new IdentityEvidence(
        1, supports, answer.best(), answer.model(), answer.threshold(), answer.peopleVersion());
  }

  IdentityEvidence and(IdentityEvidence later) {
    if (later.judged == 0) {
      return this;
    }
    List<NameVotes> all = new ArrayList<>(supports);
    for (NameVotes support : later.supports) {
      int at = indexOf(all, support.personId());
      if (at < 0) {
        all.add(support);
      } else {
        all.set(at, all.get(at).and(support));
      }
    }
    all.sort(Comparator.comparingDouble(NameVotes::weight).reversed());
    return new IdentityEvidence(
        judged + later.judged,
        List.copyOf(all.subList(0, Math.min(MAX_NAMES, all.size()))),
        nearer(nearest, later.nearest),
        later.model,
        later.threshold,
        later.galleryVersion);
  }

  /** What speaks for a person; null if nothing does. */
  @Nullable NameVotes supportFor(String personId) {
    int at = indexOf(supports, personId);
    return at < 0 ? null : supports.get(at);
  }

  private static int indexOf(List<NameVotes> supports, String personId) {
    for (int i = 0; i < supports.size(); i++) {
      if (supports.get(i).personId().equals(personId)) {
        return i;
      }
    }
    return -1;
  }

  private static @Nullable Likeness nearer(@Nullable Likeness a, @Nullable Likeness b) {
    return a == null || (b != null && b.similarity() > a.similarity()) ? b : a;
  }
}
