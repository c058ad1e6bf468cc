package io.sightings.engine.azure.client.models;

/**
 * @param value 0 (dark) to 1; good from 0.25 to 0.75
 */
public record ExposureProperties(ExposureLevel exposureLevel, double value) {}
