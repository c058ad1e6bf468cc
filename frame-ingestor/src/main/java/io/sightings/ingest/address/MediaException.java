package io.sightings.ingest.address;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What cannot be read as what it should be; the text says why, without naming the file. */
public class MediaException extends IOException {
  private static final long serialVersionUID = 1L;

  public MediaException(String message) {
    this(message, null);
  }

  public MediaException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
