package io.sightings.azure.client.models;

/**
 * A face of a person of a group.
 *
 * @param userData what its owner wrote; may be null
 */
public record LargePersonGroupPersonFace(String persistedFaceId, String userData) {}
