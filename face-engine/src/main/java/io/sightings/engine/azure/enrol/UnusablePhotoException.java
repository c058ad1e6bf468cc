package io.sightings.engine.azure.enrol;

/** A photo that cannot be made into one the service takes; the message says why. */
final class UnusablePhotoException extends Exception {
  private static final long serialVersionUID = 1L;

  UnusablePhotoException(String message, Throwable cause) {
    super(message, cause);
  }
}
