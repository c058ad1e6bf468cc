package io.sightings.contract.image;

/**
 * The bytes cannot be decoded, or must not be. The message is one sentence that can be shown to the
 * sender of the picture.
 */
public final class UnreadableImageException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why, for counters and rejected frames. */
  public enum Reason {
    EMPTY,
    /** More than image.maxBytes. */
    TOO_MANY_BYTES,
    NOT_AN_IMAGE,
    /** A picture of a format, or a kind of one, that is not decoded. */
    UNSUPPORTED,
    TRUNCATED,
    /** More than image.maxPixels, or a side that no reader of frames takes. */
    TOO_MANY_PIXELS,
    /** Decoding takes more scans or memory than image.maxScans and image.maxMemory allow. */
    TOO_COSTLY,
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

  static UnreadableImageException truncated(ImageFormat format) {
    return new UnreadableImageException(
        Reason.TRUNCATED, "The " + format + " is truncated: copy it again.");
  }

  static UnreadableImageException damaged(ImageFormat format, String how) {
    return new UnreadableImageException(
        Reason.CORRUPT, "The " + format + " is damaged: " + how + ".");
  }

  static UnreadableImageException unsupported(ImageFormat format, String kind) {
    return new UnreadableImageException(
        Reason.UNSUPPORTED,
        "The " + format + " is " + kind + ", which is not read: convert it to a baseline JPEG.");
  }
}
