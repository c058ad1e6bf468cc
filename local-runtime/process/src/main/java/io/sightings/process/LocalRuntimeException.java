package io.sightings.process;

import org.jspecify.annotations.Nullable;

/**
 * Kafka or Flink cannot be started, reached or used on this machine. The text says why, and gives
 * the remedy.
 */
public final class LocalRuntimeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LocalRuntimeException(String message) {
    super(message);
  }

  public LocalRuntimeException(@Nullable String message, Throwable cause) {
    super(message, cause);
  }
}
