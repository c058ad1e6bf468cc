package io.sightings.azure.client.models;

/**
 * A person to whom a face may belong.
 *
 * @param confidence 0 to 1
 */
public record FaceIdentificationCandidate(String personId, double confidence) {}
