package io.sightings.job.track;

import io.sightings.contract.Sighting.FaceBox;

/** Geometry of face boxes. */
final class Boxes {

  private Boxes() {}

  static float centreX(FaceBox box) {
    return box.x() + box.width() / 2;
  }

  static float centreY(FaceBox box) {
    return box.y() + box.height() / 2;
  }

  /** The side of a square of the same area. */
  static float size(FaceBox box) {
    return (float) Math.sqrt(Math.max(1, box.width() * box.height()));
  }
}
