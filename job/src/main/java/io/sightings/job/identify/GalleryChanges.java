package io.sightings.job.identify;

import io.sightings.contract.Person;
import io.sightings.contract.codec.PersonChange;
import io.sightings.engine.gallery.Gallery;
import java.util.List;
import java.util.stream.Collectors;

/** Turns changes of people into changes of a gallery for one model. */
final class GalleryChanges {
  private final String model;
  private final int dimension;

  GalleryChanges(String model, int dimension) {
    this.model = model;
    this.dimension = dimension;
  }

  /**
   * @throws IllegalArgumentException if a template cannot be used, or none is there for this model;
   *     the person is not in the gallery then
   */
  void apply(PersonChange change, Gallery.Builder gallery) {
    List<float[]> vectors =
        change.person() == null
            ? List.of()
            : change.person().templates().stream()
                .filter(template -> template.model().equals(model))
                .map(Person.Template::vector)
                .toList();
    for (float[] vector : vectors) {
      if (vector.length != dimension) {
        // In the gallery it would make every later search fail, and with it the job.
        throw new IllegalArgumentException(
            "person %s has a template of %d values for the model %s, which makes %d"
                .formatted(change.id(), vector.length, model, dimension));
      }
    }
    if (vectors.isEmpty()) {
      gallery.remove(change.id());
      requireNoOthers(change);
    } else {
      gallery.put(change.id(), change.person().name(), vectors);
    }
  }

  /** Without this log line, a person enrolled for another model would silently never be named. */
  private void requireNoOthers(PersonChange change) {
    if (change.person() != null && !change.person().templates().isEmpty()) {
      throw new IllegalArgumentException(
          "person %s has faces for %s and none for %s: enrol the photos again for this model"
              .formatted(
                  change.id(),
                  change.person().templates().stream()
                      .map(Person.Template::model)
                      .distinct()
                      .collect(Collectors.joining(", ")),
                  model));
    }
  }
}
