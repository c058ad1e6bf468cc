package io.sightings.azure.client.models;

/**
 * Somebody a face may belong to.
 *
 * @param confidence 0 to 1
 */
public record FaceIdentificationCandidate(String personId, double confidence) {}
