package io.sightings.azure.client;

import io.sightings.azure.client.models.FaceRectangle;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a face is added to a person.
 *
 * @param targetFace which face of the image, where there are several
 * @param userData at most 1 KiB
 */
public record AddFaceOptions(
    String detectionModel, @Nullable FaceRectangle targetFace, @Nullable String userData) {

  Map<String, String> query() {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("detectionModel", detectionModel);
    if (targetFace != null) {
      query.put("targetFace", targetFace.asTarget());
    }
    if (userData != null) {
      query.put("userData", userData);
    }
    return query;
  }
}
