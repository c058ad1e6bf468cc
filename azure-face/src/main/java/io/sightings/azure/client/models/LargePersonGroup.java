package io.sightings.azure.client.models;

/**
 * A group of people faces are searched in.
 *
 * @param recognitionModel null unless asked for
 * @param userData what its owner wrote; may be null
 */
public record LargePersonGroup(
    String largePersonGroupId, String name, String userData, String recognitionModel) {}
