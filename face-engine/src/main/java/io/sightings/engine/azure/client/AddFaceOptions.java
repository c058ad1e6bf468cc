package io.sightings.engine.azure.client;

import io.sightings.engine.azure.client.models.FaceDetectionModel;
import io.sightings.engine.azure.client.models.FaceRectangle;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a face is added to a person.
 *
 * @param targetFace which face of the image; null where there is one only
 * @param userData at most 1 KiB; may be null
 */
public record AddFaceOptions(
    FaceDetectionModel detectionModel, FaceRectangle targetFace, String userData) {

  Map<String, String> query() {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("detectionModel", detectionModel.value());
    if (targetFace != null) {
      query.put("targetFace", targetFace.asTarget());
    }
    if (userData != null) {
      query.put("userData", userData);
    }
    return query;
  }
}
