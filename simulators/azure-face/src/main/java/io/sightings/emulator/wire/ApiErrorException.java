package io.sightings.emulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** A call is refused. What the caller gets to see of it is the service's error body. */
public final class ApiErrorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final @Nullable String innerCode;
  private final int retryAfter;

  private ApiErrorException(
      int status,
      String code,
      @Nullable String message,
      @Nullable String innerCode,
      int retryAfter) {
    super(message, null, false, false); // an answer like any other: nobody reads its stack
    this.status = status;
    this.code = code;
    this.innerCode = innerCode;
    this.retryAfter = retryAfter;
  }

  public ApiErrorException(int status, String code, String message) {
    this(status, code, message, null, 0);
  }

  /** The commonest refusal: 400 BadArgument. */
  public static ApiErrorException badArgument(String message) {
    return new ApiErrorException(400, "BadArgument", message);
  }

  /** 415; neither its code nor its text is documented. */
  public static ApiErrorException unsupportedMedia(String remedy) {
    return new ApiErrorException(415, "UnsupportedMediaType", "Unsupported media type. " + remedy);
  }

  /** As gated features are refused: the true code and message are the inner error's. */
  public static ApiErrorException withInnerError(int status, String innerCode, String message) {
    return new ApiErrorException(status, "InvalidRequest", message, innerCode, 0);
  }

  /** The same with a Retry-After header of so many seconds. */
  public ApiErrorException withRetryAfter(int seconds) {
    return new ApiErrorException(status, code, getMessage(), innerCode, seconds);
  }

  public int status() {
    return status;
  }

  /** What the x-ms-error-code header says. */
  public String code() {
    return code;
  }

  /** The answer the caller gets. */
  public ApiResponse reply() {
    ObjectNode body = EmulatorJson.object();
    ObjectNode error = body.putObject("error");
    error.put("code", code);
    if (innerCode == null) {
      error.put("message", getMessage());
    } else {
      error.put("message", "Invalid request has been sent.");
      error.putObject("innererror").put("code", innerCode).put("message", getMessage());
    }
    ApiResponse reply = ApiResponse.of(status, body).withHeader("x-ms-error-code", code);
    return retryAfter > 0 ? reply.withHeader("Retry-After", Integer.toString(retryAfter)) : reply;
  }
}
