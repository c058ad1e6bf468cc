package io.sightings.emulator.wire;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

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
    return Arrays.stream(ApiOperation.values())
        .flatMap(
            operation ->
                operation.match(method, path).map(ids -> new ApiRoute(operation, ids)).stream())
        .findFirst();
  }
}
