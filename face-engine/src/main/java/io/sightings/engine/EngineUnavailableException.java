package io.sightings.engine;

import org.jspecify.annotations.Nullable;

/** The engine asked for cannot run here. Its message says what is missing and how to get it. */
public final class EngineUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public EngineUnavailableException(String message) {
    super(message);
  }

  public EngineUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
