package io.sightings.engine.azure.identify;

import io.sightings.engine.Box;

/**
 * The picture of one face, as it is sent.
 *
 * @param jpeg the face with some of what is around it
 * @param face where it is in there, in pixels
 */
public record Shot(byte[] jpeg, Box face) {}
