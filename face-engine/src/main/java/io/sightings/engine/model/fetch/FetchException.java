package io.sightings.engine.model.fetch;

/** One source cannot give a model. The reason is in words for users. */
final class FetchException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  FetchException(String reason) {
    super(reason);
    this.reason = reason;
  }

  FetchException(String reason, Throwable cause) {
    super(reason, cause);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
