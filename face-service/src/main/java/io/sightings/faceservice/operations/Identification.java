package io.sightings.faceservice.operations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sightings.faceservice.faces.Confidence;
import io.sightings.faceservice.fault.Distortion;
import io.sightings.faceservice.fault.Quirk;
import io.sightings.faceservice.fault.Weather;
import io.sightings.faceservice.people.Groups;
import io.sightings.faceservice.people.PersistedFace;
import io.sightings.faceservice.people.TransientFace;
import io.sightings.faceservice.wire.Call;
import io.sightings.faceservice.wire.Json;
import io.sightings.faceservice.wire.Members;
import io.sightings.faceservice.wire.Problem;
import io.sightings.faceservice.wire.Reply;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** POST /identify. */
final class Identification {
  private static final int MOST_FACES = 10;

  private final FaceIds faceIds;
  private final Groups groups;
  private final Confidence confidence;
  private final Weather weather;
  private final Distortion distortion;

  Identification(
      FaceIds faceIds,
      Groups groups,
      Confidence confidence,
      Weather weather,
      Distortion distortion) {
    this.faceIds = faceIds;
    this.groups = groups;
    this.confidence = confidence;
    this.weather = weather;
    this.distortion = distortion;
  }

  Reply identify(Call call) {
    Members body = call.members();
    String groupId = groupId(body);
    int most = body.number("maxNumOfCandidatesReturned", 10, 1, 100);
    double threshold = body.share("confidenceThreshold", Confidence.DECISION);
    Map<String, TransientFace> queries = faceIds.all(body.texts("faceIds"), 1, MOST_FACES);
    List<String> models =
        queries.values().stream().map(TransientFace::recognitionModel).distinct().toList();
    Map<String, List<PersistedFace>> known =
        groups.known(groupId, models, weather.has(Quirk.DELETED_LINGER));
    List<ObjectNode> answers = new ArrayList<>();
    queries.forEach(
        (id, face) -> {
          ObjectNode answer = Json.object().put("faceId", id);
          answer.set("candidates", candidates(face.feature(), known, most, threshold));
          answers.add(answer);
        });
    ArrayNode array = Json.array();
    array.addAll(distortion.shuffled(answers));
    return Reply.ok(array);
  }

  private static String groupId(Members body) {
    boolean large = body.has("largePersonGroupId");
    if (large && body.has("personGroupId")) {
      throw new Problem(
          400,
          "PersonGroupIdAndLargePersonGroupIdBothNotNull",
          "Large person group ID and person group ID are both not null.");
    }
    if (body.has("personGroupId")) {
      throw new Problem(400, "PersonGroupNotFound", "Person group is not found.");
    }
    if (!large) {
      throw new Problem(
          400,
          "PersonGroupIdAndLargePersonGroupIdBothNull",
          "Large person group ID and person group ID are both null.");
    }
    String id = body.text("largePersonGroupId");
    if (!Names.isGroupId(id)) {
      throw Problem.badArgument("Large person group ID is invalid.");
    }
    return id;
  }

  private ArrayNode candidates(
      float[] feature, Map<String, List<PersistedFace>> known, int most, double threshold) {
    List<Candidate> candidates = new ArrayList<>();
    known.forEach(
        (personId, faces) -> {
          double best =
              faces.stream()
                  .mapToDouble(face -> confidence.of(feature, face.feature()))
                  .max()
                  .orElse(0);
          if (best > 0 && best >= threshold) {
            candidates.add(new Candidate(personId, best));
          }
        });
    candidates.sort(
        Comparator.comparingDouble((Candidate each) -> -each.confidence)
            .thenComparing(Candidate::personId));
    ArrayNode array = Json.array();
    candidates.stream()
        .limit(most)
        .forEach(
            each ->
                array
                    .addObject()
                    .put("personId", each.personId)
                    .put("confidence", Rounding.of(each.confidence)));
    return array;
  }

  private record Candidate(String personId, double confidence) {}
}
