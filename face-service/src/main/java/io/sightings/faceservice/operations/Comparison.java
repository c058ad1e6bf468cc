package io.sightings.faceservice.operations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sightings.faceservice.faces.Confidence;
import io.sightings.faceservice.people.Groups;
import io.sightings.faceservice.people.People;
import io.sightings.faceservice.people.PersistedFace;
import io.sightings.faceservice.people.Person;
import io.sightings.faceservice.people.TransientFace;
import io.sightings.faceservice.wire.Call;
import io.sightings.faceservice.wire.Guid;
import io.sightings.faceservice.wire.Json;
import io.sightings.faceservice.wire.Members;
import io.sightings.faceservice.wire.Problem;
import io.sightings.faceservice.wire.Reply;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;

/** POST /verify and /findsimilars, the latter among faceIds only: there are no face lists here. */
final class Comparison {
  private static final int MOST_FACES = 1000;

  private final FaceIds faceIds;
  private final Groups groups;
  private final People people;
  private final Confidence confidence;

  Comparison(FaceIds faceIds, Groups groups, People people, Confidence confidence) {
    this.faceIds = faceIds;
    this.groups = groups;
    this.people = people;
    this.confidence = confidence;
  }

  Reply verify(Call call) {
    Members body = call.members();
    double likeness = body.has("personId") ? withPerson(body) : withFace(body);
    return Reply.ok(
        Json.object()
            .put("isIdentical", likeness >= Confidence.DECISION)
            .put("confidence", Rounding.of(likeness)));
  }

  private double withFace(Members body) {
    TransientFace one = faceIds.one(body.text("faceId1"), 404);
    TransientFace other = faceIds.one(body.text("faceId2"), 404);
    requireSameModel(one.recognitionModel(), other.recognitionModel());
    return confidence.of(one.feature(), other.feature());
  }

  private double withPerson(Members body) {
    String groupId = body.text("largePersonGroupId");
    if (groupId == null || !Names.isGroupId(groupId)) {
      throw Problem.badArgument("Large person group ID is invalid.");
    }
    String personId = body.text("personId");
    if (!Guid.matches(personId)) {
      throw Problem.badArgument("Person ID is invalid.");
    }
    TransientFace face = faceIds.one(body.text("faceId"), 404);
    requireSameModel(face.recognitionModel(), groups.get(groupId).recognitionModel());
    Person person = people.get(groupId, personId);
    if (person.faces().isEmpty()) {
      throw new Problem(404, "PersistedFaceNotFound", "No persisted face of the person is found.");
    }
    return person.faces().stream()
        .map(PersistedFace::feature)
        .mapToDouble(feature -> confidence.of(face.feature(), feature))
        .max()
        .orElse(0);
  }

  Reply findSimilar(Call call) {
    Members body = call.members();
    if (body.has("faceListId") || body.has("largeFaceListId")) {
      throw body.has("faceListId")
          ? new Problem(400, "FaceListNotFound", "Face list is not found.")
          : new Problem(400, "LargeFaceListNotFound", "Large face list is not found.");
    }
    String mode = body.has("mode") ? body.text("mode") : "matchPerson";
    if (!mode.equals("matchPerson") && !mode.equals("matchFace")) {
      throw Problem.badArgument("Mode is invalid.");
    }
    double least = mode.equals("matchPerson") ? Confidence.DECISION : 0;
    int most = body.number("maxNumOfCandidatesReturned", 20, 1, MOST_FACES);
    TransientFace face = faceIds.one(body.text("faceId"), 400);
    Map<String, TransientFace> others = faceIds.all(body.texts("faceIds"), 1, MOST_FACES);
    requireSameModels(face.recognitionModel(), others.values());
    ArrayNode answer = Json.array();
    others.entrySet().stream()
        .map(
            each ->
                Json.object()
                    .put("faceId", each.getKey())
                    .put("confidence", confidence.of(face.feature(), each.getValue().feature())))
        .filter(each -> each.get("confidence").doubleValue() >= least)
        .sorted(
            Comparator.comparingDouble((ObjectNode each) -> -each.get("confidence").doubleValue()))
        .limit(most)
        .forEach(answer::add);
    return Reply.ok(answer);
  }

  static void requireSameModels(String model, Collection<TransientFace> faces) {
    faces.forEach(face -> requireSameModel(model, face.recognitionModel()));
  }

  private static void requireSameModel(String one, String other) {
    if (!one.equals(other)) {
      throw Problem.badArgument("'recognitionModel' is incompatible.");
    }
  }
}
