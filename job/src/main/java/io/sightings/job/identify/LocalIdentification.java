package io.sightings.job.identify;

import org.jspecify.annotations.Nullable;

/**
 * What a face's comparison with the gallery gave.
 *
 * @param model the embedder
 * @param embedding of the face, of length 1
 * @param threshold similarity from which two faces are one person's, by this model
 * @param named whether the best person is similar enough, and enough more than every other
 * @param best the most similar person; null if the gallery is empty
 * @param runnerUp the most similar other person; null if there is none
 * @param galleryVersion the people known; null if no person was compared, because a service names
 * @param thumbnail the face as a JPEG; null if switched off
 */
public record LocalIdentification(
    String model,
    float[] embedding,
    float threshold,
    boolean named,
    Likeness best,
    @Nullable Likeness runnerUp,
    @Nullable String galleryVersion,
    byte @Nullable [] thumbnail) {

  /**
   * How alike a face and a person are.
   *
   * @param personId the person's id in the gallery
   * @param name the person's name
   * @param similarity -1..1
   * @param falseMatchRate how often a stranger reaches this similarity with anyone in the gallery,
   *     0..1; 0 where it is not known
   */
  public record Likeness(String personId, String name, float similarity, double falseMatchRate) {

    /** A likeness whose false match rate is not known. */
    public Likeness(String personId, String name, float similarity) {
      this(personId, name, similarity, 0);
    }
  }
}
