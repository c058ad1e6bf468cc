package io.sightings.emulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer, not yet sent.
 *
 * @param status of HTTP
 * @param body null for an empty one
 * @param headers beside those every answer has
 * @param after how long to wait before sending it
 */
@RecordBuilder
public record ApiResponse(
    int status, @Nullable JsonNode body, Map<String, String> headers, Duration after)
    implements ApiResponseBuilder.With {

  public ApiResponse {
    headers = Map.copyOf(headers);
  }

  public static ApiResponse of(int status, @Nullable JsonNode body) {
    return new ApiResponse(status, body, Map.of(), Duration.ZERO);
  }

  public static ApiResponse ok(JsonNode body) {
    return of(200, body);
  }

  /** 200 without a body, as every change that returns nothing is answered. */
  public static ApiResponse empty() {
    return of(200, null);
  }

  public ApiResponse withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new ApiResponse(status, body, more, after);
  }

  /** The same, to be sent later by this much. */
  public ApiResponse later(Duration by) {
    return new ApiResponse(status, body, headers, after.plus(by));
  }

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }
}
