package io.sightings.engine.azure.client.models;

/** Whether a mask is worn, and how. */
public record MaskProperties(boolean noseAndMouthCovered, MaskType type) {}
