package io.sightings.faults.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sightings.contract.Sighting;
import io.sightings.contract.codec.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was said about one scene, without what is different each time it is played: names of source,
 * run, sightings and strangers. Two plays of the same frames tell the same story.
 */
final class SceneTimeline {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SceneTimeline() {}

  /**
   * @param revisions all revisions of all sightings of a source
   * @return one line each, sorted
   */
  static List<String> of(List<Sighting> revisions) {
    Map<String, String> strangers = strangers(revisions);
    return revisions.stream().map(sighting -> line(sighting, strangers)).sorted().toList();
  }

  /** The first line of one that the other has not, without its picture; empty if there is none. */
  static String excess(List<String> one, List<String> other) {
    List<String> left = new ArrayList<>(one);
    other.forEach(left::remove);
    return left.isEmpty() ? "" : left.get(0).replaceAll("\"thumbnail\":\"[^\"]*\",?", "");
  }

  /** Strangers by when they were first seen. */
  private static Map<String, String> strangers(List<Sighting> revisions) {
    Map<String, String> first = new TreeMap<>();
    for (Sighting sighting : revisions) {
      if (!sighting.person().known()) {
        first.merge(
            sighting.person().id(),
            sighting.firstSeen().toString(),
            (one, other) -> one.compareTo(other) <= 0 ? one : other);
      }
    }
    Map<String, String> names = new HashMap<>();
    first.forEach((id, time) -> names.put(id, "stranger of " + time));
    return names;
  }

  private static String line(Sighting sighting, Map<String, String> strangers) {
    try {
      ObjectNode all = (ObjectNode) JSON.readTree(Json.write(sighting));
      all.remove(List.of("id", "mergedInto", "source"));
      if (strangers.containsKey(sighting.person().id())) {
        ((ObjectNode) all.get("person")).put("id", strangers.get(sighting.person().id()));
      }
      JsonNode runnerUp = all.get("runnerUp");
      if (runnerUp != null && strangers.containsKey(runnerUp.path("id").asText())) {
        ((ObjectNode) runnerUp).put("id", strangers.get(runnerUp.path("id").asText()));
      }
      if (all.get("bestShot") instanceof ObjectNode best) {
        String frame = best.path("frameId").asText();
        best.put("frameId", frame.substring(frame.lastIndexOf('/') + 1));
      }
      return all.toString();
    } catch (IOException e) {
      throw new UncheckedIOException("what was written cannot be read", e);
    }
  }
}
