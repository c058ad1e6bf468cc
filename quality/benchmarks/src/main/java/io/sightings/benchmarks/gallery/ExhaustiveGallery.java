package io.sightings.benchmarks.gallery;

import io.sightings.engine.gallery.GalleryCandidate;
import io.sightings.engine.gallery.GalleryMatch;
import io.sightings.engine.gallery.VectorMath;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares a face with everybody, and copies the map of all people for a change. */
final class ExhaustiveGallery {
  private record Known(String id, String name, float[] template) {}

  private final Map<String, Known> people;
  private final Known[] all;

  private ExhaustiveGallery(Map<String, Known> people) {
    this.people = people;
    all = people.values().toArray(Known[]::new);
  }

  static ExhaustiveGallery of(int count) {
    Map<String, Known> people = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      people.put(RandomPeople.id(i), known(i));
    }
    return new ExhaustiveGallery(people);
  }

  ExhaustiveGallery with(int number) {
    Map<String, Known> changed = new LinkedHashMap<>(people);
    changed.put(RandomPeople.id(number), known(number));
    return new ExhaustiveGallery(changed);
  }

  private static Known known(int number) {
    return new Known(
        RandomPeople.id(number),
        RandomPeople.name(number),
        VectorMath.normalised(RandomPeople.template(number)));
  }

  GalleryMatch search(float[] embedding) {
    float[] query = VectorMath.normalised(embedding);
    Known best = null;
    Known second = null;
    float bestSimilarity = Float.NEGATIVE_INFINITY;
    float secondSimilarity = Float.NEGATIVE_INFINITY;
    for (Known person : all) {
      float similarity = VectorMath.cosine(query, person.template());
      if (similarity > bestSimilarity) {
        second = best;
        secondSimilarity = bestSimilarity;
        best = person;
        bestSimilarity = similarity;
      } else if (similarity > secondSimilarity) {
        second = person;
        secondSimilarity = similarity;
      }
    }
    return new GalleryMatch(
        candidate(best, bestSimilarity), candidate(second, secondSimilarity), "");
  }

  private static @Nullable GalleryCandidate candidate(@Nullable Known person, float similarity) {
    return person == null ? null : new GalleryCandidate(person.id(), person.name(), similarity);
  }
}
