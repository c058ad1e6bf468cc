package io.sightings.engine.azure.client.models;

/** What of a face is hidden. */
public record OcclusionProperties(
    boolean foreheadOccluded, boolean eyeOccluded, boolean mouthOccluded) {}
