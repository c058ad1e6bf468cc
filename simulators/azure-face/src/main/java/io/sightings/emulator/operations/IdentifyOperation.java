package io.sightings.emulator.operations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sightings.emulator.faces.ConfidenceCurve;
import io.sightings.emulator.fault.FaultInjector;
import io.sightings.emulator.fault.ResponseDistorter;
import io.sightings.emulator.fault.ServiceQuirk;
import io.sightings.emulator.people.PersistedFace;
import io.sightings.emulator.people.PersonGroups;
import io.sightings.emulator.people.TransientFaces.TransientFace;
import io.sightings.emulator.wire.ApiErrorException;
import io.sightings.emulator.wire.ApiRequest;
import io.sightings.emulator.wire.ApiResponse;
import io.sightings.emulator.wire.EmulatorJson;
import io.sightings.emulator.wire.JsonBodyReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** POST /identify. */
final class IdentifyOperation {
  private static final int MAX_FACES = 10;
  private static final double DIGITS = 100_000;

  private final FaceIdResolver faceIds;
  private final PersonGroups groups;
  private final ConfidenceCurve confidence;
  private final FaultInjector weather;
  private final ResponseDistorter distortion;

  IdentifyOperation(
      FaceIdResolver faceIds,
      PersonGroups groups,
      ConfidenceCurve confidence,
      FaultInjector weather,
      ResponseDistorter distortion) {
    this.faceIds = faceIds;
    this.groups = groups;
    this.confidence = confidence;
    this.weather = weather;
    this.distortion = distortion;
  }

  ApiResponse identify(ApiRequest call) {
    JsonBodyReader body = call.members();
    String groupId = groupId(body);
    int most = body.number("maxNumOfCandidatesReturned", 10, 1, 100);
    double threshold = body.share("confidenceThreshold", ConfidenceCurve.DECISION);
    Map<String, TransientFace> queries = faceIds.all(body.texts("faceIds"), 1, MAX_FACES);
    List<String> models =
        queries.values().stream().map(TransientFace::recognitionModel).distinct().toList();
    Map<String, List<PersistedFace>> known =
        groups.known(groupId, models, weather.has(ServiceQuirk.DELETED_LINGER));
    List<ObjectNode> answers = new ArrayList<>();
    queries.forEach(
        (id, face) -> {
          ObjectNode answer = EmulatorJson.object().put("faceId", id);
          answer.set("candidates", candidates(face.feature(), known, most, threshold));
          answers.add(answer);
        });
    ArrayNode array = EmulatorJson.array();
    array.addAll(distortion.shuffled(answers));
    return ApiResponse.ok(array);
  }

  private static String groupId(JsonBodyReader body) {
    boolean large = body.has("largePersonGroupId");
    if (large && body.has("personGroupId")) {
      throw new ApiErrorException(
          400,
          "PersonGroupIdAndLargePersonGroupIdBothNotNull",
          "Large person group ID and person group ID are both not null.");
    }
    if (body.has("personGroupId")) {
      throw new ApiErrorException(400, "PersonGroupNotFound", "Person group is not found.");
    }
    if (!large) {
      throw new ApiErrorException(
          400,
          "PersonGroupIdAndLargePersonGroupIdBothNull",
          "Large person group ID and person group ID are both null.");
    }
    String id = body.text("largePersonGroupId");
    if (id == null || !ParameterValidator.isGroupId(id)) {
      throw ApiErrorException.badArgument("Large person group ID is invalid.");
    }
    return id;
  }

  private ArrayNode candidates(
      float @Nullable [] feature,
      Map<String, List<PersistedFace>> known,
      int most,
      double threshold) {
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
    ArrayNode array = EmulatorJson.array();
    candidates.stream()
        .limit(most)
        .forEach(
            each ->
                array
                    .addObject()
                    .put("personId", each.personId)
                    .put("confidence", rounded(each.confidence)));
    return array;
  }

  private record Candidate(String personId, double confidence) {}

  /** Five digits; downwards, so that none reaches a threshold that it is below. */
  private static double rounded(double confidence) {
    return Math.floor(DIGITS * confidence) / DIGITS;
  }
}
