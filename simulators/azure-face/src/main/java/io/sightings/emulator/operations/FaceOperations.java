package io.sightings.emulator.operations;

import io.sightings.emulator.faces.DetectedPictureFace;
import io.sightings.emulator.faces.FoundFaces;
import io.sightings.emulator.faces.PictureFaceFinder;
import io.sightings.emulator.people.KnownPeople;
import io.sightings.emulator.people.PersistedFace;
import io.sightings.emulator.people.PersonLocks;
import io.sightings.emulator.wire.ApiCall;
import io.sightings.emulator.wire.ApiProblem;
import io.sightings.emulator.wire.ApiReply;
import io.sightings.emulator.wire.WireJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** /largepersongroups/{group}/persons/{person}/persistedfaces. */
final class FaceOperations {
  private final KnownPeople people;
  private final GroupChanges changes;
  private final PersonLocks turns;
  private final PictureFaceFinder finder;
  private final CallImage images;

  FaceOperations(
      KnownPeople people,
      GroupChanges changes,
      PersonLocks turns,
      PictureFaceFinder finder,
      CallImage images) {
    this.people = people;
    this.changes = changes;
    this.turns = turns;
    this.finder = finder;
    this.images = images;
  }

  ApiReply add(ApiCall call) {
    String group = IdRules.group(call);
    String person = IdRules.person(call);
    IdRules.detectionModel(call.query().text("detectionModel")); // the local engine has one for all
    String userData = userData(call.query().text("userData"));
    TargetFace target = TargetFace.of(call.query().text("targetFace"));
    people.get(group, person);
    changes.require(group);
    DetectedPictureFace face = theOnly(finder.find(images.of(call)), target);
    String id = people.addFace(group, person, userData, finder.embed(face));
    return ApiReply.ok(WireJson.object().put("persistedFaceId", id)).later(turns.take(person));
  }

  private static DetectedPictureFace theOnly(FoundFaces found, @Nullable TargetFace target) {
    List<DetectedPictureFace> faces = target == null ? found.faces() : target.inside(found);
    if (faces.size() != 1) {
      throw new ApiProblem(
          400,
          "InvalidImage",
          faces.isEmpty()
              ? "No face detected in the image."
              : "There is more than 1 face in the image.");
    }
    return faces.get(0);
  }

  ApiReply get(ApiCall call) {
    PersistedFace face = people.face(IdRules.group(call), IdRules.person(call), IdRules.face(call));
    return ApiReply.ok(
        WireJson.object().put("persistedFaceId", face.id()).put("userData", face.userData()));
  }

  ApiReply update(ApiCall call) {
    String userData = userData(call.members().text("userData"));
    people.updateFace(IdRules.group(call), IdRules.person(call), IdRules.face(call), userData);
    return ApiReply.empty();
  }

  ApiReply delete(ApiCall call) {
    String group = IdRules.group(call);
    String person = IdRules.person(call);
    changes.require(group);
    people.deleteFace(group, person, IdRules.face(call));
    return ApiReply.empty().later(turns.take(person));
  }

  private static @Nullable String userData(@Nullable String text) {
    if (text != null && text.length() > IdRules.MOST_FACE_USER_DATA) {
      throw ApiProblem.badArgument("'userData' is too long.");
    }
    return text;
  }
}
