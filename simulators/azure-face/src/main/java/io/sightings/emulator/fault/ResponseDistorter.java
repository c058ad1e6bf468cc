package io.sightings.emulator.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sightings.emulator.wire.EmulatorJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Writes an answer as differently as the service may. */
public final class ResponseDistorter {
  private static final double OFTEN = 0.4;

  /** Members whose values are enumerations declared as extensible, with one nobody knows yet. */
  private static final Map<String, String> ENUMERATIONS =
      Map.of(
          "glasses", "smartGlasses",
          "blurLevel", "extreme",
          "exposureLevel", "extremeExposure",
          "noiseLevel", "extreme",
          "type", "transparentMask",
          "qualityForRecognition", "veryHigh",
          "status", "queued");

  /** How a training ends is always said plainly: nobody could go on otherwise. */
  private static final Set<String> PLAIN = Set.of("running", "succeeded", "failed");

  private static final Set<String> OPTIONAL =
      Set.of(
          "userData",
          "message",
          "lastSuccessfulTrainingDateTime",
          "faceLandmarks",
          "headPose",
          "glasses",
          "occlusion",
          "accessories",
          "blur",
          "exposure",
          "noise",
          "mask",
          "value");

  private final FaultInjector weather;
  private final Random random;

  public ResponseDistorter(FaultInjector weather, long seed) {
    this.weather = weather;
    this.random = new Random(seed);
  }

  /** The answer, distorted by the quirks of the moment. */
  public synchronized JsonNode of(JsonNode answer) {
    return of(answer, weather.quirks());
  }

  private JsonNode of(JsonNode node, Set<ServiceQuirk> quirks) {
    if (node instanceof ArrayNode array) {
      ArrayNode copy = EmulatorJson.array();
      array.forEach(element -> copy.add(of(element, quirks)));
      return copy;
    }
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    List<Map.Entry<String, JsonNode>> members = new ArrayList<>();
    object.fields().forEachRemaining(members::add);
    if (quirks.contains(ServiceQuirk.SHUFFLED_MEMBERS)) {
      Collections.shuffle(members, random);
    }
    ObjectNode copy = EmulatorJson.object();
    for (Map.Entry<String, JsonNode> member : members) {
      if (!isLeftOut(member, quirks)) {
        copy.set(member.getKey(), value(member.getKey(), member.getValue(), quirks));
      }
    }
    return copy;
  }

  private boolean isLeftOut(Map.Entry<String, JsonNode> member, Set<ServiceQuirk> quirks) {
    return quirks.contains(ServiceQuirk.MISSING_MEMBERS)
        && OPTIONAL.contains(member.getKey())
        && (member.getValue().isNull() || random.nextDouble() < OFTEN);
  }

  private JsonNode value(String name, JsonNode value, Set<ServiceQuirk> quirks) {
    if (!value.isTextual() || !ENUMERATIONS.containsKey(name)) {
      return of(value, quirks);
    }
    String text = value.textValue();
    if (quirks.contains(ServiceQuirk.UNKNOWN_VALUES)
        && !PLAIN.contains(text)
        && random.nextDouble() < OFTEN) {
      text = ENUMERATIONS.get(name);
    }
    if (quirks.contains(ServiceQuirk.CAPITALISED_VALUES)) {
      text = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
    return TextNode.valueOf(text);
  }

  /** Puts a list into another order where answers are shuffled. */
  public synchronized <T> List<T> shuffled(List<T> answers) {
    List<T> copy = new ArrayList<>(answers);
    if (weather.has(ServiceQuirk.SHUFFLED_ANSWERS)) {
      Collections.shuffle(copy, random);
    }
    return copy;
  }
}
