package io.sightings.engine.gallery;

/**
 * A person a face might be.
 *
 * @param personId the person's id
 * @param name the person's name
 * @param similarity cosine to the person's most similar template, -1..1
 */
public record GalleryCandidate(String personId, String name, float similarity) {}
