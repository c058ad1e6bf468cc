package io.sightings.azure.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;

/**
 * What the service says of an error: {@code {"error": {"code", "message", "innererror": {…}}}},
 * where the innermost is the most exact.
 *
 * @param code empty where none is given
 * @param message one line; of anything but JSON its beginning
 */
record ErrorBody(String code, String message) {
  private static final int LONGEST = 400;
  private static final int DEEPEST = 5;

  static ErrorBody read(ObjectMapper json, byte[] body) {
    JsonNode error;
    try {
      JsonNode root = json.readTree(body);
      error = root == null ? null : root.path("error");
    } catch (JsonProcessingException e) {
      return new ErrorBody("", line(new String(body, StandardCharsets.UTF_8)));
    } catch (java.io.IOException e) {
      return new ErrorBody("", "");
    }
    String code = "";
    String message = "";
    for (int depth = 0; error != null && error.isObject() && depth < DEEPEST; depth++) {
      code = error.path("code").asText(code);
      message = error.path("message").asText(message);
      error = error.path("innererror");
    }
    return new ErrorBody(line(code), line(message));
  }

  private static String line(String text) {
    String line = text.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }
}
