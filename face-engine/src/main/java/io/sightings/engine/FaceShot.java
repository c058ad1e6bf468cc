package io.sightings.engine;

import io.sightings.contract.FaceBox;

/**
 * The picture of one face, as it is sent to a service that names it.
 *
 * @param jpeg the face with some of what is around it, {@value #MIN_BYTES} to {@value #MAX_BYTES}
 *     bytes
 * @param face where it is in there, in pixels; it may reach over the edge
 */
public record FaceShot(byte[] jpeg, FaceBox face) {
  /** Azure's Face service takes no smaller picture. */
  public static final int MIN_BYTES = 1 << 10;

  /** Nor a larger one. */
  public static final int MAX_BYTES = 6 << 20;
}
