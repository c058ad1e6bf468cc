package io.sightings.faceservice.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer, not yet sent.
 *
 * @param status of HTTP
 * @param body null for an empty one
 * @param headers beside those every answer has
 * @param after how long to wait before sending it
 */
public record Reply(int status, JsonNode body, Map<String, String> headers, Duration after) {

  public Reply {
    headers = Map.copyOf(headers);
  }

  public static Reply of(int status, JsonNode body) {
    return new Reply(status, body, Map.of(), Duration.ZERO);
  }

  public static Reply ok(JsonNode body) {
    return of(200, body);
  }

  /** 200 without a body, as every change that returns nothing is answered. */
  public static Reply empty() {
    return of(200, null);
  }

  public Reply withStatus(int other) {
    return new Reply(other, body, headers, after);
  }

  public Reply withBody(JsonNode other) {
    return new Reply(status, other, headers, after);
  }

  public Reply withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, body, more, after);
  }

  /** The same, to be sent later by this much. */
  public Reply later(Duration by) {
    return new Reply(status, body, headers, after.plus(by));
  }

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }
}
