package io.sightings.scenes;

import io.sightings.scenes.person.PersonTraits;

/**
 * One walk from one side of the picture to the other: quick at the edges, slow in the middle.
 *
 * @param name whom the truth names
 * @param from when it begins, in seconds of the scene; the person is still out of sight then
 * @param to when it ends, out of sight on the other side
 * @param faceHeight brow to chin in pixels: how near to the camera the person passes
 * @param rightwards whether the walk leads from left to right
 */
public record PersonWalk(
    String name,
    PersonTraits person,
    double from,
    double to,
    double faceHeight,
    boolean rightwards) {
  public PersonWalk {
    if (!(from < to)) {
      throw new IllegalArgumentException(
          "The walk of %s must end after it begins, but runs from %s to %s seconds."
              .formatted(name, from, to));
    }
    if (!(faceHeight >= 20)) {
      throw new IllegalArgumentException(
          "The face of %s must be at least 20 pixels high to be drawn, not %s."
              .formatted(name, faceHeight));
    }
  }
}
