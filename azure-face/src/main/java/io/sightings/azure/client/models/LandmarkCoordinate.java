package io.sightings.azure.client.models;

/** A point in pixels of the picture sent. */
public record LandmarkCoordinate(double x, double y) {}
