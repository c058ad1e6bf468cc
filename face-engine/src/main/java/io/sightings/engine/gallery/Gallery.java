package io.sightings.engine.gallery;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The people faces are compared with: an immutable snapshot, to be swapped as a whole. The search
 * is exact; a thousand people with five templates of 256 values each take about a millisecond.
 */
public final class Gallery {

  private static final Gallery EMPTY = new Gallery(Map.of());

  private final Map<String, PersonTemplates> people;
  private final PersonTemplates[] rows;
  private final String version;

  private Gallery(Map<String, PersonTemplates> people) {
    this.people = people;
    this.rows = people.values().toArray(new PersonTemplates[0]);
    long sum = 0;
    for (PersonTemplates person : rows) {
      sum += person.fingerprint();
    }
    // A sum, so that the order of enrolment does not matter: everybody who knows the same people
    // has the same version.
    this.version = String.format("%016x", sum);
  }

  public static Gallery empty() {
    return EMPTY;
  }

  /**
   * This gallery with a person added or replaced.
   *
   * @param embeddings one or more, of one length; they are normalised here
   */
  public Gallery withPerson(String id, String name, List<float[]> embeddings) {
    return toBuilder().put(id, name, embeddings).build();
  }

  /** This gallery without a person; the same where the person is not in it. */
  public Gallery without(String id) {
    return people.containsKey(id) ? toBuilder().remove(id).build() : this;
  }

  /** For many changes at once. */
  public Builder toBuilder() {
    return new Builder(people);
  }

  /**
   * @param embedding of any length but 0, of the same dimension as the templates
   * @throws IllegalArgumentException if the dimension differs: embeddings of different models must
   *     not be compared
   */
  public GalleryMatch search(float[] embedding) {
    float[] query = VectorMath.normalised(embedding);
    PersonTemplates best = null;
    PersonTemplates second = null;
    float bestSimilarity = Float.NEGATIVE_INFINITY;
    float secondSimilarity = Float.NEGATIVE_INFINITY;
    for (PersonTemplates person : rows) {
      float similarity = person.similarity(query);
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
        candidate(best, bestSimilarity), candidate(second, secondSimilarity), version);
  }

  private static @Nullable GalleryCandidate candidate(
      @Nullable PersonTemplates person, float similarity) {
    return person == null ? null : new GalleryCandidate(person.id(), person.name(), similarity);
  }

  /** How many people are in it. */
  public int people() {
    return rows.length;
  }

  /** The ids of everybody in it. */
  public Collection<String> ids() {
    return people.keySet();
  }

  /**
   * A fingerprint of the content: equal people with equal templates give an equal version on every
   * machine.
   */
  public String version() {
    return version;
  }

  /** Collects changes. */
  public static final class Builder {
    private final Map<String, PersonTemplates> people;

    private Builder(Map<String, PersonTemplates> people) {
      this.people = new LinkedHashMap<>(people);
    }

    public Builder put(String id, String name, List<float[]> embeddings) {
      people.put(id, PersonTemplates.of(id, name, embeddings));
      return this;
    }

    public Builder remove(String id) {
      people.remove(id);
      return this;
    }

    public Gallery build() {
      return people.isEmpty() ? EMPTY : new Gallery(people);
    }
  }
}
