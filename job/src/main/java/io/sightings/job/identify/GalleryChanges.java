package io.sightings.job.identify;

import io.sightings.contract.Person;
import io.sightings.contract.codec.PersonChange;
import io.sightings.engine.gallery.Gallery;
import java.util.List;

/** Turns changes of people into changes of a gallery for one model. */
final class GalleryChanges {
  private final String model;

  GalleryChanges(String model) {
    this.model = model;
  }

  /**
   * @throws IllegalArgumentException if a template cannot be used
   */
  void apply(PersonChange change, Gallery.Builder gallery) {
    List<float[]> vectors =
        change.person() == null
            ? List.of()
            : change.person().templates().stream()
                .filter(template -> template.model().equals(model))
                .map(Person.Template::vector)
                .toList();
    if (vectors.isEmpty()) {
      gallery.remove(change.id());
    } else {
      gallery.put(change.id(), change.person().name(), vectors);
    }
  }
}
