package io.sightings.job.sighting;

import io.sightings.contract.Sighting.BestShot;
import io.sightings.job.identify.Identification;
import io.sightings.job.identify.IdentifiedFace;
import io.sightings.job.identify.IdentifiedFrame;
import java.util.List;

/**
 * What a visitor looked like.
 *
 * @param looks the best faces
 * @param bestShot the clearest one; null before the first
 */
public record Appearance(List<Look> looks, BestShot bestShot) {
  static final Appearance UNSEEN = new Appearance(List.of(), null);

  /** Of one face, which was compared with the gallery. */
  static Appearance of(IdentifiedFace face, IdentifiedFrame frame) {
    Identification answer = face.identification();
    BestShot shot =
        new BestShot(
            frame.info().id(),
            frame.info().subject(),
            frame.info().capturedAt(),
            face.box(),
            frame.width(),
            frame.height(),
            face.quality(),
            answer.thumbnail());
    return new Appearance(
        List.of(new Look(answer.model(), answer.embedding(), face.quality())), shot);
  }

  Appearance and(Appearance other) {
    return new Appearance(Looks.joined(looks, other.looks), better(bestShot, other.bestShot));
  }

  private static BestShot better(BestShot a, BestShot b) {
    return a == null || (b != null && b.quality() > a.quality()) ? b : a;
  }
}
