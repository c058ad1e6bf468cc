package io.sightings.engine.azure.client.models;

/**
 * @param value 0 (sharp) to 1
 */
public record BlurProperties(BlurLevel blurLevel, double value) {}
