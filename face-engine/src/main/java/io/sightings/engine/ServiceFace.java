package io.sightings.engine;

import io.sightings.contract.Sighting.Attributes;
import org.jspecify.annotations.Nullable;

/**
 * What a detection service knows of a face it found itself.
 *
 * @param faceId by which the same resource can be asked about it for a while; null where it has
 *     none
 * @param resource that found it
 * @param found when it was asked for, in milliseconds of the clock on the wall
 * @param attributes what it says about the face; null where it says nothing
 */
public record ServiceFace(
    String faceId, String resource, long found, @Nullable Attributes attributes) {}
