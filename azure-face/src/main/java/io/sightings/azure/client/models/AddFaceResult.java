package io.sightings.azure.client.models;

/** Names the face just added. */
public record AddFaceResult(String persistedFaceId) {}
