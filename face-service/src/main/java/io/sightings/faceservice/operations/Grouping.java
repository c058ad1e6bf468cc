package io.sightings.faceservice.operations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sightings.faceservice.faces.Confidence;
import io.sightings.faceservice.people.TransientFace;
import io.sightings.faceservice.wire.Call;
import io.sightings.faceservice.wire.Json;
import io.sightings.faceservice.wire.Reply;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** POST /group: faces that are linked by likeness, directly or through others, go together. */
final class Grouping {
  private static final int LEAST_FACES = 2;
  private static final int MOST_FACES = 1000;

  private final FaceIds faceIds;
  private final Confidence confidence;

  Grouping(FaceIds faceIds, Confidence confidence) {
    this.faceIds = faceIds;
    this.confidence = confidence;
  }

  Reply group(Call call) {
    Map<String, TransientFace> faces =
        faceIds.all(call.members().texts("faceIds"), LEAST_FACES, MOST_FACES);
    Comparison.requireSameModels(
        faces.values().iterator().next().recognitionModel(), faces.values());
    List<List<String>> clusters = new ArrayList<>();
    faces.keySet().forEach(id -> join(id, clusters, faces));
    clusters.sort(Comparator.comparingInt(cluster -> -cluster.size()));
    ObjectNode answer = Json.object();
    ArrayNode groups = answer.putArray("groups");
    ArrayNode messy = answer.putArray("messyGroup");
    for (List<String> cluster : clusters) {
      if (cluster.size() > 1) {
        cluster.forEach(groups.addArray()::add);
      } else {
        messy.add(cluster.get(0));
      }
    }
    return Reply.ok(answer);
  }

  private void join(String id, List<List<String>> clusters, Map<String, TransientFace> faces) {
    List<String> mine = new ArrayList<>(List.of(id));
    float[] feature = faces.get(id).feature();
    clusters.removeIf(
        cluster ->
            cluster.stream()
                    .anyMatch(
                        other ->
                            confidence.of(feature, faces.get(other).feature())
                                >= Confidence.DECISION)
                && mine.addAll(cluster));
    clusters.add(mine);
  }
}
