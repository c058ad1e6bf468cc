package io.sightings.azure.enrol;

import org.jspecify.annotations.Nullable;

/** An enrolment that could not go on. What was done is kept: repeated, it goes on from there. */
public final class EnrolmentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EnrolmentException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
