package io.sightings.job.sighting;

import io.sightings.contract.Sighting.Attributes;
import io.sightings.contract.Sighting.BestShot;
import io.sightings.job.identify.IdentifiedFace;
import io.sightings.job.identify.IdentifiedFrame;
import io.sightings.job.identify.LocalIdentification;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor looked like.
 *
 * @param looks the best faces
 * @param bestShot the clearest one; null before the first
 * @param faces how many were good enough to be compared
 * @param threshold similarity from which two of them are one person's
 */
public record VisitAppearance(
    List<FaceEmbedding> looks, @Nullable BestShot bestShot, int faces, float threshold) {
  static final VisitAppearance UNSEEN = new VisitAppearance(List.of(), null, 0, 0);

  /** One a service has looked at stands for the visit unless another is so much clearer. */
  private static final double CLEARER = 1.2;

  /** Of one face, which was compared. */
  static VisitAppearance of(IdentifiedFace face, IdentifiedFrame frame) {
    LocalIdentification answer = face.identification();
    BestShot shot =
        new BestShot(
            frame.info().id(),
            frame.info().subject(),
            frame.info().capturedAt(),
            face.box(),
            frame.width(),
            frame.height(),
            face.quality(),
            answer.thumbnail(),
            null);
    List<FaceEmbedding> looks =
        List.of(new FaceEmbedding(answer.model(), answer.embedding(), face.quality()));
    return new VisitAppearance(looks, shot, 1, answer.threshold());
  }

  VisitAppearance and(VisitAppearance other) {
    return new VisitAppearance(
        EmbeddingSimilarity.joined(looks, other.looks),
        better(bestShot, other.bestShot),
        faces + other.faces,
        other.faces > 0 ? other.threshold : threshold);
  }

  /** A service has said something about one of the faces. */
  VisitAppearance described(BestShot shot, @Nullable Attributes attributes) {
    return new VisitAppearance(
        looks, better(shot.withAttributes(attributes), bestShot), faces, threshold);
  }

  private static @Nullable BestShot better(@Nullable BestShot a, @Nullable BestShot b) {
    return a == null || (b != null && weight(b) > weight(a)) ? b : a;
  }

  private static double weight(BestShot shot) {
    return shot.quality() * (shot.attributes() == null ? 1 : CLEARER);
  }
}
