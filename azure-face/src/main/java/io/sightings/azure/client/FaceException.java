package io.sightings.azure.client;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call that did not succeed, with the remedy in its message. Never holds a credential. */
public class FaceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final FaceOperation operation;
  private final FaceErrorKind fault;
  private final int status;
  private final String code;
  private final @Nullable Duration retryAfter;

  /**
   * @param what happened, without a full stop
   */
  public FaceException(
      FaceOperation operation, FaceErrorKind fault, String what, @Nullable Throwable cause) {
    this(operation, fault, what, 0, "", null, cause);
  }

  /**
   * @param what happened, without a full stop
   * @param status of the answer
   * @param code of the service; empty for none
   * @param retryAfter how long the service asks to be left alone; null where it does not
   */
  public FaceException(
      FaceOperation operation,
      FaceErrorKind fault,
      String what,
      int status,
      String code,
      @Nullable Duration retryAfter,
      @Nullable Throwable cause) {
    super(what + "; " + fault.remedy() + ".", cause);
    this.operation = operation;
    this.fault = fault;
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }

  /** Never null. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  public FaceOperation operation() {
    return operation;
  }

  public FaceErrorKind fault() {
    return fault;
  }

  /** The HTTP status; 0 where none came. */
  public int status() {
    return status;
  }

  /** The service's own innermost code; empty where it gave none. */
  public String code() {
    return code;
  }

  /** How long the service asks to be left alone. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
