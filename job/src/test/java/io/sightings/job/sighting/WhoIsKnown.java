package io.sightings.job.sighting;

import io.sightings.engine.gallery.Candidate;
import io.sightings.engine.gallery.Gallery;
import io.sightings.engine.gallery.Match;
import io.sightings.job.identify.Identification;
import io.sightings.job.identify.Identification.Likeness;
import java.util.List;

/** Whom a story's gallery knows, and what it says of a face. */
final class WhoIsKnown {
  static final String MODEL = "test-model";
  static final float THRESHOLD = 0.4f;
  static final float MARGIN = 0.05f;

  private final Faces faces;
  private Gallery gallery = Gallery.empty();
  private boolean service;

  WhoIsKnown(Faces faces) {
    this.faces = faces;
  }

  /** It is a service that knows them; here faces are only compared with one another. */
  void toAService() {
    service = true;
  }

  void enrol(String person) {
    gallery = gallery.withPerson(person, named(person), List.of(faces.usual(person)));
  }

  void rename(String person, String name) {
    gallery = gallery.withPerson(person, name, List.of(faces.usual(person)));
  }

  /** Nobody is enrolled any more. */
  void forgetPeople() {
    gallery = Gallery.empty();
  }

  Identification identification(FaceShown shown) {
    float[] embedding = faces.now(shown.person(), shown.similarity());
    byte[] thumbnail = {1, 2, 3};
    if (service) {
      return new Identification(MODEL, embedding, THRESHOLD, false, null, null, null, thumbnail);
    }
    Match match = gallery.search(embedding);
    return new Identification(
        MODEL,
        embedding,
        THRESHOLD,
        match.names(THRESHOLD, MARGIN),
        likeness(match.best()),
        likeness(match.runnerUp()),
        match.galleryVersion(),
        thumbnail);
  }

  private static Likeness likeness(Candidate candidate) {
    return candidate == null
        ? null
        : new Likeness(candidate.personId(), candidate.name(), candidate.similarity());
  }

  private static String named(String person) {
    return Character.toUpperCase(person.charAt(0)) + person.substring(1);
  }
}
