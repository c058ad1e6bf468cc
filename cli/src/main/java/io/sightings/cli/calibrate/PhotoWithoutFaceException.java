package io.sightings.cli.calibrate;

import org.jspecify.annotations.Nullable;

/** A photo without a face that can be compared; the message says why, as a sentence. */
final class PhotoWithoutFaceException extends Exception {
  private static final long serialVersionUID = 1L;

  PhotoWithoutFaceException(@Nullable String message) {
    super(message);
  }
}
