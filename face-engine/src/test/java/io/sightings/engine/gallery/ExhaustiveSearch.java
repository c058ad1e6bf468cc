package io.sightings.engine.gallery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares a face with every template of everybody, in the order of enrolment. */
final class ExhaustiveSearch {
  private record Known(String name, List<float[]> templates) {}

  private final Map<String, Known> people = new LinkedHashMap<>();

  void put(String id, String name, List<float[]> embeddings) {
    people.put(id, new Known(name, embeddings.stream().map(VectorMath::normalised).toList()));
  }

  void remove(String id) {
    people.remove(id);
  }

  GalleryMatch search(float[] embedding, String version) {
    float[] query = VectorMath.normalised(embedding);
    GalleryCandidate best = null;
    GalleryCandidate second = null;
    for (Map.Entry<String, Known> person : people.entrySet()) {
      float similarity = Float.NEGATIVE_INFINITY;
      for (float[] template : person.getValue().templates()) {
        similarity = Math.max(similarity, VectorMath.cosine(query, template));
      }
      GalleryCandidate candidate =
          new GalleryCandidate(person.getKey(), person.getValue().name(), similarity);
      if (best == null || similarity > best.similarity()) {
        second = best;
        best = candidate;
      } else if (second == null || similarity > second.similarity()) {
        second = candidate;
      }
    }
    return new GalleryMatch(best, second, version);
  }
}
