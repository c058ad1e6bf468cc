package io.sightings.engine.azure.client.models;

/**
 * @param confidence 0 to 1
 */
public record AccessoryItem(AccessoryType type, double confidence) {}
