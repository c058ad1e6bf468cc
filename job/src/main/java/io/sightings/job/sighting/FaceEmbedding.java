package io.sightings.job.sighting;

/**
 * The embedding of one face.
 *
 * @param model that made the embedding
 * @param embedding of length 1
 * @param quality of the face, 0..1
 */
public record FaceEmbedding(String model, float[] embedding, float quality) {}
