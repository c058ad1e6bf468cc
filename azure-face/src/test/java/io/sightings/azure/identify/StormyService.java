package io.sightings.azure.identify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sightings.azure.call.VirtualTimeResources.Reply;
import io.sightings.azure.client.FaceErrorKind;
import io.sightings.azure.client.FaceException;
import io.sightings.azure.client.FaceExchange.FaceResponse;
import io.sightings.azure.client.FaceOperation;
import io.sightings.azure.client.FaceRequest;
import io.sightings.contract.FaceBox;
import io.sightings.engine.FaceShot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Knows people by their names, which are the pictures. Of every operation a share of the calls is
 * throttled, fails, hangs or breaks, some in bursts of five, as in the stand-in's storms.
 */
final class StormyService implements Function<FaceRequest, Reply> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> KNOWN = List.of("ada", "ben", "cleo", "dan");
  private static final int BURST = 5;
  private static final int SIZE = FaceShot.MIN_BYTES;

  final Map<FaceOperation, Integer> calls = new EnumMap<>(FaceOperation.class);
  private final Map<FaceOperation, Integer> bursts = new EnumMap<>(FaceOperation.class);
  private final Map<FaceOperation, Random> weather = new EnumMap<>(FaceOperation.class);
  private final long seed;
  private final double share;

  StormyService(long seed, double share) {
    this.seed = seed;
    this.share = share;
  }

  @Override
  public Reply apply(FaceRequest request) {
    FaceOperation operation = request.operation();
    calls.merge(operation, 1, Integer::sum);
    Random random =
        weather.computeIfAbsent(operation, each -> new Random(31 * seed + each.ordinal()));
    int kind = random.nextDouble() < share ? random.nextInt(11) : -1;
    if (kind == 0) {
      bursts.put(operation, BURST);
    }
    if (bursts.merge(operation, -1, Integer::sum) >= 0) {
      kind = 0;
    }
    return switch (kind) {
      case 0, 1 -> failed(request, FaceErrorKind.UNAVAILABLE, 10, null);
      case 2, 3, 4 -> failed(request, FaceErrorKind.THROTTLED, 10, Duration.ofSeconds(2));
      case 5, 6 -> failed(request, FaceErrorKind.LOST, 200, null);
      case 7 -> failed(request, FaceErrorKind.LOST, 10, null);
      case 8 -> failed(request, FaceErrorKind.LOST, 10_000, null);
      case 9 -> answered(request, 1000);
      default -> answered(request, 200);
    };
  }

  static Reply failed(FaceRequest request, FaceErrorKind fault, long millis, Duration retryAfter) {
    FaceException failure =
        new FaceException(
            request.operation(), fault, "the weather is bad", 0, "", retryAfter, null);
    return new Reply(Duration.ofMillis(millis), null, failure);
  }

  static Reply answered(FaceRequest request, long millis) {
    String text =
        switch (request.operation()) {
          case GET_TRAINING ->
              "{'status':'succeeded','lastSuccessfulTrainingDateTime':'2026-01-01T00:00:00Z'}";
          case DETECT ->
              "[{'faceId':'%s','faceRectangle':{'top':0,'left':0,'width':100,'height':100}}]"
                  .formatted(new String(request.body().toBytes(), StandardCharsets.UTF_8).trim());
          case IDENTIFY -> identified(request);
          case LIST_PERSONS ->
              KNOWN.stream().map(StormyService::person).collect(Collectors.joining(",", "[", "]"));
          case GET_PERSON -> person(request.path().substring(request.path().lastIndexOf('/') + 1));
          default -> throw new IllegalArgumentException(request.toString());
        };
    return new Reply(Duration.ofMillis(millis), new FaceResponse(200, json(text), null), null);
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String identified(FaceRequest request) {
    try {
      JsonNode faces = JSON.readTree(request.body().toBytes()).path("faceIds");
      return StreamSupport.stream(faces.spliterator(), false)
          .map(JsonNode::asText)
          .map(face -> "{'faceId':'%s','candidates':[%s]}".formatted(face, candidate(face)))
          .collect(Collectors.joining(",", "[", "]"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String candidate(String face) {
    return KNOWN.contains(face) ? "{'personId':'%s','confidence':0.9}".formatted(face) : "";
  }

  private static String person(String id) {
    return "{'personId':'%1$s','name':'%1$s','userData':'sightings:person:%1$s'}".formatted(id);
  }

  /** A picture of somebody. */
  static FaceShot shot(String who) {
    byte[] picture = String.format("%-" + SIZE + "s", who).getBytes(StandardCharsets.UTF_8);
    return new FaceShot(picture, new FaceBox(0, 0, 100, 100));
  }
}
