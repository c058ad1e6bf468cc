package io.sightings.azure.enrol;

import org.jspecify.annotations.Nullable;

/** An enrolment that could not go on. What was done is kept: repeated, it goes on from there. */
public final class EnrolException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EnrolException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
