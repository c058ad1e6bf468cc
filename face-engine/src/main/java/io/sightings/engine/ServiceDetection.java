package io.sightings.engine;

/**
 * A face that a detection service found.
 *
 * @param place where it is, in pixels of the picture sent
 * @param service what the service knows of it
 */
public record ServiceDetection(LocatedFace place, ServiceFace service) {}
