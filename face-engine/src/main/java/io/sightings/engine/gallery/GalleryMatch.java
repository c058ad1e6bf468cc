package io.sightings.engine.gallery;

import org.jspecify.annotations.Nullable;

/**
 * The gallery's answer for one face.
 *
 * @param best the most similar person; null where the gallery is empty
 * @param runnerUp the most similar other person; null where there is none
 * @param galleryVersion {@link Gallery#version()} of the gallery that answered
 */
public record GalleryMatch(
    GalleryCandidate best, @Nullable GalleryCandidate runnerUp, String galleryVersion) {

  /** Whether the best person is similar enough, and enough more similar than every other. */
  public boolean names(float threshold, float margin) {
    return best != null
        && best.similarity() >= threshold
        && (runnerUp == null || best.similarity() - runnerUp.similarity() >= margin);
  }
}
