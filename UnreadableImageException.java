package io.sightings.engine;

/**
 * The bytes cannot, or must not, be decoded. Its message is one sentence that can be shown to
 * whoever sent them.
 */
public final class UnreadableImageException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why, for counters and rejected frames. */
  public enum Reason {
    EMPTY,
    TOO_MANY_BYTES,
    NOT_AN_IMAGE,
    TRUNCATED,
    TOO_MANY_PIXELS,
    CORRUPT
  }

  private final Reason reason;

  public UnreadableImageException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
