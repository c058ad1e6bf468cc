package io.sightings.engine.gallery;

import java.util.ArrayList;
import java.util.List;

/**
 * The people faces are compared with: an immutable snapshot, to be swapped as a whole. The search
 * is exact, and a change copies one of many shards: see {@link GallerySearch} and {@link
 * ShardDirectory}.
 */
public final class Gallery {

  private static final Gallery EMPTY = new Gallery(new GalleryShard[] {}, 0, 0, 0, 0);

  private final GalleryShard[] shards;
  private final int dimension;
  private final int people;
  private final long enrolments;
  private final long fingerprints;
  private final String version;

  private Gallery(
      GalleryShard[] shards, int dimension, int people, long enrolments, long fingerprints) {
    this.shards = shards;
    this.dimension = dimension;
    this.people = people;
    this.enrolments = enrolments;
    this.fingerprints = fingerprints;
    // A sum, so that the order of enrolment does not matter: equal people give equal versions.
    this.version = String.format("%016x", fingerprints);
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

  /** This gallery without a person. */
  public Gallery without(String id) {
    return toBuilder().remove(id).build();
  }

  /** For many changes at once. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /**
   * @param embedding of any length but 0, of the same dimension as the templates
   * @throws IllegalArgumentException if the dimension differs: embeddings of different models must
   *     not be compared
   */
  public GalleryMatch search(float[] embedding) {
    return search(List.of(embedding)).get(0);
  }

  /**
   * Searches several faces, such as those of a frame, in one pass over the memory.
   *
   * @param embeddings as for {@link #search(float[])}
   * @return one match per embedding, in their order
   */
  public List<GalleryMatch> search(List<float[]> embeddings) {
    List<GallerySearch> searches = new ArrayList<>(embeddings.size());
    for (float[] embedding : embeddings) {
      if (people > 0 && embedding.length != dimension) {
        throw new IllegalArgumentException(
            "An embedding of "
                + embedding.length
                + " values cannot be compared with templates of "
                + dimension
                + ": they come from different models.");
      }
      searches.add(new GallerySearch(VectorMath.normalised(embedding)));
    }
    for (int i = 0; i < shards.length; i++) {
      if (ShardDirectory.isFirst(shards, i)) {
        for (GallerySearch search : searches) {
          search.search(shards[i]);
        }
      }
    }
    List<GalleryMatch> matches = new ArrayList<>(searches.size());
    searches.forEach(search -> matches.add(search.matches().toMatch(version)));
    return matches;
  }

  /** How many people are in it. */
  public int people() {
    return people;
  }

  /**
   * A fingerprint of the content: equal people with equal templates give an equal version on every
   * machine.
   */
  public String version() {
    return version;
  }

  /** Collects changes. It may go on after a {@link #build()}. Not thread-safe. */
  public static final class Builder {
    private final ShardDirectory directory;
    private int dimension;
    private int people;
    private long enrolments;
    private long fingerprints;

    private Builder(Gallery gallery) {
      directory = new ShardDirectory(gallery.shards);
      dimension = gallery.dimension;
      people = gallery.people;
      enrolments = gallery.enrolments;
      fingerprints = gallery.fingerprints;
    }

    /**
     * Adds a person, or replaces one, who keeps the place in the order of enrolment.
     *
     * @param embeddings one or more, of one length; they are normalised here
     * @throws IllegalArgumentException if there is none, or one is not of the gallery's dimension
     */
    public Builder put(String id, String name, List<float[]> embeddings) {
      List<float[]> templates = templates(id, embeddings);
      if (people == 0) {
        dimension = templates.get(0).length;
        directory.clear(dimension);
      }
      int hash = EnrolledPerson.hash(id);
      EnrolledPerson before = directory.shard(hash).find(id, hash);
      if (before != null) {
        remove(before, hash);
      }
      long order = before == null ? enrolments++ : before.order();
      EnrolledPerson person = EnrolledPerson.of(id, name, order, templates);
      directory.roomy(hash, templates.size()).add(person, hash, templates);
      people++;
      fingerprints += person.fingerprint();
      return this;
    }

    private List<float[]> templates(String id, List<float[]> embeddings) {
      if (embeddings.isEmpty()) {
        throw new IllegalArgumentException(
            "The person " + id + " has no face template; enrol at least one photo.");
      }
      int values = people == 0 ? embeddings.get(0).length : dimension;
      List<float[]> templates = new ArrayList<>(embeddings.size());
      for (float[] embedding : embeddings) {
        if (embedding.length != values) {
          throw new IllegalArgumentException(
              "The person "
                  + id
                  + " has a template of "
                  + embedding.length
                  + " values beside others of "
                  + values
                  + "; all must come from one model.");
        }
        templates.add(VectorMath.normalised(embedding));
      }
      return templates;
    }

    /** Removes a person; nothing where the person is not in it. */
    public Builder remove(String id) {
      int hash = EnrolledPerson.hash(id);
      EnrolledPerson person = people == 0 ? null : directory.shard(hash).find(id, hash);
      if (person != null) {
        remove(person, hash);
      }
      return this;
    }

    private void remove(EnrolledPerson person, int hash) {
      directory.changeable(hash).remove(person);
      people--;
      fingerprints -= person.fingerprint();
    }

    public Gallery build() {
      return people == 0
          ? EMPTY
          : new Gallery(directory.publish(), dimension, people, enrolments, fingerprints);
    }
  }
}
