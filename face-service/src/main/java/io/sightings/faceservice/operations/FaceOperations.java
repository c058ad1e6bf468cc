package io.sightings.faceservice.operations;

import io.sightings.faceservice.faces.FaceFinder;
import io.sightings.faceservice.faces.FoundFace;
import io.sightings.faceservice.faces.FoundFaces;
import io.sightings.faceservice.people.People;
import io.sightings.faceservice.people.PersistedFace;
import io.sightings.faceservice.people.Turns;
import io.sightings.faceservice.wire.Call;
import io.sightings.faceservice.wire.Json;
import io.sightings.faceservice.wire.Problem;
import io.sightings.faceservice.wire.Reply;
import java.util.List;

/** /largepersongroups/{group}/persons/{person}/persistedfaces. */
final class FaceOperations {
  private final People people;
  private final Changes changes;
  private final Turns turns;
  private final FaceFinder finder;
  private final ImageBody images;

  FaceOperations(People people, Changes changes, Turns turns, FaceFinder finder, ImageBody images) {
    this.people = people;
    this.changes = changes;
    this.turns = turns;
    this.finder = finder;
    this.images = images;
  }

  Reply add(Call call) {
    String group = Names.group(call);
    String person = Names.person(call);
    Names.detectionModel(call.query().text("detectionModel")); // the local engine has one for all
    String userData = userData(call.query().text("userData"));
    TargetFace target = TargetFace.of(call.query().text("targetFace"));
    people.get(group, person);
    changes.require(group);
    FoundFace face = theOnly(finder.find(images.of(call)), target);
    String id = people.addFace(group, person, userData, finder.embed(face));
    return Reply.ok(Json.object().put("persistedFaceId", id)).later(turns.take(person));
  }

  private static FoundFace theOnly(FoundFaces found, TargetFace target) {
    List<FoundFace> faces = target == null ? found.faces() : target.inside(found);
    if (faces.size() != 1) {
      throw new Problem(
          400,
          "InvalidImage",
          faces.isEmpty()
              ? "No face detected in the image."
              : "There is more than 1 face in the image.");
    }
    return faces.get(0);
  }

  Reply get(Call call) {
    PersistedFace face = people.face(Names.group(call), Names.person(call), Names.face(call));
    return Reply.ok(
        Json.object().put("persistedFaceId", face.id()).put("userData", face.userData()));
  }

  Reply update(Call call) {
    String userData = userData(call.members().text("userData"));
    people.updateFace(Names.group(call), Names.person(call), Names.face(call), userData);
    return Reply.empty();
  }

  Reply delete(Call call) {
    String group = Names.group(call);
    String person = Names.person(call);
    changes.require(group);
    people.deleteFace(group, person, Names.face(call));
    return Reply.empty().later(turns.take(person));
  }

  private static String userData(String text) {
    if (text != null && text.length() > Names.MOST_FACE_USER_DATA) {
      throw Problem.badArgument("'userData' is too long.");
    }
    return text;
  }
}
