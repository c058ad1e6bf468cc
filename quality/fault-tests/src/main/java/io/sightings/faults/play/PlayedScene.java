package io.sightings.faults.play;

/**
 * A scene the product was given.
 *
 * @param source its id
 */
public record PlayedScene(String source, RecordingVariant variant) {}
