package io.sightings.azure.enrol;

/** An enrolment that could not go on. What was done is kept: repeated, it goes on from there. */
public final class EnrolException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EnrolException(String message, Throwable cause) {
    super(message, cause);
  }
}
