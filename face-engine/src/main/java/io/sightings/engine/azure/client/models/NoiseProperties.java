package io.sightings.engine.azure.client.models;

/**
 * @param value 0 (none) to 1
 */
public record NoiseProperties(NoiseLevel noiseLevel, double value) {}
