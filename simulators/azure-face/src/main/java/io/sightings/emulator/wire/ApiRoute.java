package io.sightings.emulator.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which operation a request means.
 *
 * @param operation asked for
 * @param ids what the path names: {@code group}, {@code person}, {@code face}
 */
public record ApiRoute(ApiOperation operation, Map<String, String> ids) {
  /** The version of the API is a part of the path. */
  public static final String BASE = "/face/v1.2/";

  /** Empty where the service has no such path, or no such verb on it; case and slashes count. */
  public static Optional<ApiRoute> of(String method, String path) {
    if (!path.startsWith(BASE)) {
      return Optional.empty();
    }
    String[] segments = path.substring(BASE.length()).split("/", -1);
    for (ApiOperation operation : ApiOperation.values()) {
      if (operation.method().equals(method)) {
        Map<String, String> ids = match(operation.path().split("/"), segments);
        if (ids != null) {
          return Optional.of(new ApiRoute(operation, ids));
        }
      }
    }
    return Optional.empty();
  }

  private static @Nullable Map<String, String> match(String[] template, String[] segments) {
    if (template.length != segments.length) {
      return null;
    }
    Map<String, String> ids = new HashMap<>();
    for (int i = 0; i < template.length; i++) {
      if (template[i].startsWith("{") && !segments[i].isEmpty()) {
        ids.put(template[i].substring(1, template[i].length() - 1), segments[i]);
      } else if (!template[i].equals(segments[i])) {
        return null;
      }
    }
    return ids;
  }
}
