package io.sightings.kafka;

import org.jspecify.annotations.Nullable;

/** The local broker cannot be started or reached; the text says why and how to mend it. */
public final class BrokerUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokerUnavailableException(String message) {
    super(message);
  }

  BrokerUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
