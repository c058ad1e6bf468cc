package io.sightings.emulator.wire;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request, read.
 *
 * @param operation asked for
 * @param ids of the path
 * @param query of the URL, the first value of each
 * @param contentType as sent
 * @param body empty where there was none
 */
public record ApiRequest(
    ApiOperation operation,
    Map<String, String> ids,
    QueryParameters query,
    @Nullable String contentType,
    byte[] body) {

  /** One of the path's names. */
  public String id(String name) {
    return Objects.requireNonNull(ids.get(name), name);
  }

  /** The media type in lower case, without its parameters; empty where none was sent. */
  public String mediaType() {
    return contentType == null
        ? ""
        : contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
  }

  /** The body as a picture. */
  public byte[] image() {
    if (!mediaType().equals("application/octet-stream")) {
      throw ApiErrorException.unsupportedMedia(
          "For a local image, Content-Type should be application/octet-stream.");
    }
    return body;
  }

  /** The body as an object, for operations that take nothing else. */
  public JsonBodyReader members() {
    if (!mediaType().equals("application/json")) {
      throw ApiErrorException.unsupportedMedia("Content-Type should be application/json.");
    }
    return new JsonBodyReader(EmulatorJson.parseObject(body));
  }
}
