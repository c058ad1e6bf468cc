package io.sightings.azure.client.models;

/**
 * A face of somebody in a group.
 *
 * @param userData what its owner wrote; may be null
 */
public record LargePersonGroupPersonFace(String persistedFaceId, String userData) {}
