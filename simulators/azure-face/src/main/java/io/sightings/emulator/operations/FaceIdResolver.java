package io.sightings.emulator.operations;

import io.sightings.emulator.people.TransientFaces;
import io.sightings.emulator.people.TransientFaces.TransientFace;
import io.sightings.emulator.wire.ApiErrorException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the faceIds that callers send back. */
final class FaceIdResolver {
  private final TransientFaces faces;

  FaceIdResolver(TransientFaces faces) {
    this.faces = faces;
  }

  /**
   * The faces of a list of ids, in its order.
   *
   * @param ids null where the caller sent none
   */
  Map<String, TransientFace> all(@Nullable List<String> ids, int least, int most) {
    if (ids == null || ids.size() < least || ids.size() > most) {
      throw ApiErrorException.badArgument("The length of faceIds is not in a valid range.");
    }
    Map<String, TransientFace> found = new LinkedHashMap<>();
    ids.forEach(id -> found.put(id, one(id, 400)));
    return found;
  }

  /**
   * @param status of an unknown or expired one: operations differ
   */
  TransientFace one(String id, int status) {
    if (id == null || !ParameterValidator.isGuid(id)) {
      throw ApiErrorException.badArgument("Face ID is invalid.");
    }
    return faces
        .get(id)
        .orElseThrow(() -> new ApiErrorException(status, "FaceNotFound", "Face is not found."));
  }
}
