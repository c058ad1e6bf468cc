package io.sightings.ingest.publish;

import java.io.IOException;

/** Kafka does not take what it should; the text says what, which and how to mend it. */
public final class PublishException extends IOException {
  private static final long serialVersionUID = 1L;

  PublishException(String message, Throwable cause) {
    super(message, cause);
  }

  PublishException(String message) {
    super(message);
  }
}
