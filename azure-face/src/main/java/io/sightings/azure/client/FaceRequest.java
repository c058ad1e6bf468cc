package io.sightings.azure.client;

import com.azure.core.util.BinaryData;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call of the service.
 *
 * @param path below the version, such as {@code /detect}
 * @param query unencoded
 * @param contentType of the body; null where there is none
 * @param body may be sent more than once; null where there is none
 */
public record FaceRequest(
    FaceOperation operation,
    String path,
    Map<String, String> query,
    @Nullable String contentType,
    @Nullable BinaryData body) {
  public static final String JSON = "application/json";
  public static final String BYTES = "application/octet-stream";

  /** Without the body, the query and what else may be about a person. */
  @Override
  public String toString() {
    return operation.method() + " " + path;
  }
}
