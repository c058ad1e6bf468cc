package io.sightings.engine.gallery;

import org.jspecify.annotations.Nullable;

/** The most similar person so far, and the most similar other one. */
final class BestMatches {
  private @Nullable EnrolledPerson best;
  private @Nullable EnrolledPerson second;
  private float bestSimilarity = Float.NEGATIVE_INFINITY;
  private float secondSimilarity = Float.NEGATIVE_INFINITY;

  /** A template below this changes nothing. */
  float least() {
    return secondSimilarity;
  }

  /** Compares one template of a person. */
  void offer(EnrolledPerson person, float similarity) {
    if (person == best) {
      bestSimilarity = Math.max(bestSimilarity, similarity);
    } else if (precedes(person, similarity, best, bestSimilarity)) {
      second = best;
      secondSimilarity = bestSimilarity;
      best = person;
      bestSimilarity = similarity;
    } else if (person == second) {
      secondSimilarity = Math.max(secondSimilarity, similarity);
    } else if (precedes(person, similarity, second, secondSimilarity)) {
      second = person;
      secondSimilarity = similarity;
    }
  }

  private static boolean precedes(
      EnrolledPerson person, float similarity, @Nullable EnrolledPerson other, float others) {
    return other == null
        || similarity > others
        || similarity == others && person.order() < other.order();
  }

  GalleryMatch toMatch(String version) {
    return new GalleryMatch(
        candidate(best, bestSimilarity), candidate(second, secondSimilarity), version);
  }

  private static @Nullable GalleryCandidate candidate(
      @Nullable EnrolledPerson person, float similarity) {
    return person == null ? null : new GalleryCandidate(person.id(), person.name(), similarity);
  }
}
