package io.sightings.azure.enrol;

/** A photo that cannot be made into one the service takes; the message says why. */
final class PhotoRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  PhotoRefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}
