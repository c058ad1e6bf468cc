package io.sightings.job.sighting;

import io.sightings.engine.gallery.Gallery;
import io.sightings.engine.gallery.GalleryCandidate;
import io.sightings.engine.gallery.GalleryMatch;
import io.sightings.job.identify.LocalIdentification;
import io.sightings.job.identify.LocalIdentification.Likeness;
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

  LocalIdentification identification(FaceShown shown) {
    float[] embedding = faces.now(shown.person(), shown.similarity());
    byte[] thumbnail = {1, 2, 3};
    if (service) {
      return new LocalIdentification(
          MODEL, embedding, THRESHOLD, false, null, null, null, thumbnail);
    }
    GalleryMatch match = gallery.search(embedding);
    return new LocalIdentification(
        MODEL,
        embedding,
        THRESHOLD,
        match.names(THRESHOLD, MARGIN),
        likeness(match.best()),
        likeness(match.runnerUp()),
        match.galleryVersion(),
        thumbnail);
  }

  private static Likeness likeness(GalleryCandidate candidate) {
    return candidate == null
        ? null
        : new Likeness(candidate.personId(), candidate.name(), candidate.similarity());
  }

  private static String named(String person) {
    return Character.toUpperCase(person.charAt(0)) + person.substring(1);
  }
}
