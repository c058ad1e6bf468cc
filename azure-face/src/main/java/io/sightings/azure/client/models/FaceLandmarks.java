package io.sightings.azure.client.models;

/** The points of a face that are used, of the service's 27. Left and right are the picture's. */
public record FaceLandmarks(
    LandmarkCoordinate pupilLeft,
    LandmarkCoordinate pupilRight,
    LandmarkCoordinate noseTip,
    LandmarkCoordinate mouthLeft,
    LandmarkCoordinate mouthRight) {

  /** A point in pixels of the picture sent. */
  public record LandmarkCoordinate(double x, double y) {}
}
