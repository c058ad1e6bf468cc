package io.sightings.ingest.address;

import java.io.IOException;

/** What cannot be read as what it should be; the text says why, without naming the file. */
public class MediaException extends IOException {
  private static final long serialVersionUID = 1L;

  public MediaException(String message) {
    super(message);
  }

  public MediaException(String message, Throwable cause) {
    super(message, cause);
  }
}
