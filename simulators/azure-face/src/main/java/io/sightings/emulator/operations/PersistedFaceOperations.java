package io.sightings.emulator.operations;

import io.sightings.emulator.faces.EmulatedFace;
import io.sightings.emulator.faces.EmulatorFaceDetector;
import io.sightings.emulator.faces.EmulatorFaceDetector.EmulatedFaceList;
import io.sightings.emulator.people.PersistedFace;
import io.sightings.emulator.people.PersonChangeQueue;
import io.sightings.emulator.people.PersonRegistry;
import io.sightings.emulator.wire.ApiErrorException;
import io.sightings.emulator.wire.ApiRequest;
import io.sightings.emulator.wire.ApiResponse;
import io.sightings.emulator.wire.EmulatorJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** /largepersongroups/{group}/persons/{person}/persistedfaces. */
final class PersistedFaceOperations {
  private final PersonRegistry people;
  private final PersonChangeQueue turns;
  private final EmulatorFaceDetector finder;

  PersistedFaceOperations(
      PersonRegistry people, PersonChangeQueue turns, EmulatorFaceDetector finder) {
    this.people = people;
    this.turns = turns;
    this.finder = finder;
  }

  ApiResponse add(ApiRequest call) {
    String group = ParameterValidator.group(call);
    String person = ParameterValidator.person(call);
    ParameterValidator.detectionModel(
        call.query().text("detectionModel")); // the local engine has one for all
    String userData = userData(call.query().text("userData"));
    TargetFace target = TargetFace.of(call.query().text("targetFace"));
    people.get(group, person);
    people.requireChangeable(group);
    EmulatedFace face = theOnly(finder.find(call.image()), target);
    String id = people.addFace(group, person, userData, finder.embed(face));
    return ApiResponse.ok(EmulatorJson.object().put("persistedFaceId", id))
        .later(turns.take(person));
  }

  private static EmulatedFace theOnly(EmulatedFaceList found, @Nullable TargetFace target) {
    List<EmulatedFace> faces = target == null ? found.faces() : target.inside(found);
    if (faces.size() != 1) {
      throw new ApiErrorException(
          400,
          "InvalidImage",
          faces.isEmpty()
              ? "No face detected in the image."
              : "There is more than 1 face in the image.");
    }
    return faces.get(0);
  }

  ApiResponse get(ApiRequest call) {
    PersistedFace face =
        people.face(
            ParameterValidator.group(call),
            ParameterValidator.person(call),
            ParameterValidator.face(call));
    return ApiResponse.ok(
        EmulatorJson.object().put("persistedFaceId", face.id()).put("userData", face.userData()));
  }

  ApiResponse update(ApiRequest call) {
    String userData = userData(call.members().text("userData"));
    people.updateFace(
        ParameterValidator.group(call),
        ParameterValidator.person(call),
        ParameterValidator.face(call),
        userData);
    return ApiResponse.empty();
  }

  ApiResponse delete(ApiRequest call) {
    String group = ParameterValidator.group(call);
    String person = ParameterValidator.person(call);
    people.requireChangeable(group);
    people.deleteFace(group, person, ParameterValidator.face(call));
    return ApiResponse.empty().later(turns.take(person));
  }

  private static @Nullable String userData(@Nullable String text) {
    if (text != null && text.length() > ParameterValidator.MAX_FACE_USER_DATA) {
      throw ApiErrorException.badArgument("'userData' is too long.");
    }
    return text;
  }
}
