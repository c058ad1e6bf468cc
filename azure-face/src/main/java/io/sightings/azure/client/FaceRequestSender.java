package io.sightings.azure.client;

import com.azure.core.util.BinaryData;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sightings.azure.client.FaceExchange.FaceResponse;
import io.sightings.engine.FaceShot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Requests from values, and values from answers. */
final class FaceRequestSender {
  private final FaceExchange exchange;
  private final ObjectMapper json = lenientJson();

  FaceRequestSender(FaceExchange exchange) {
    this.exchange = exchange;
  }

  /** A call without a body. */
  CompletableFuture<FaceResponse> send(
      FaceOperation operation, String path, Map<String, String> query) {
    return exchange.send(new FaceRequest(operation, path, query, null, null));
  }

  CompletableFuture<FaceResponse> sendJson(
      FaceOperation operation, String path, Map<String, String> query, Object body) {
    try {
      BinaryData bytes = BinaryData.fromBytes(json.writeValueAsBytes(body));
      return exchange.send(new FaceRequest(operation, path, query, FaceRequest.JSON, bytes));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("The body of " + operation.words() + " makes no JSON.", e);
    }
  }

  CompletableFuture<FaceResponse> sendImage(
      FaceOperation operation, String path, Map<String, String> query, BinaryData image) {
    return fault(operation, image)
        .<CompletableFuture<FaceResponse>>map(CompletableFuture::failedFuture)
        .orElseGet(
            () -> exchange.send(new FaceRequest(operation, path, query, FaceRequest.BYTES, image)));
  }

  <T> T one(FaceOperation operation, FaceResponse answer, Class<T> type) {
    if (!answer.body().isObject()) {
      throw unexpected(operation, answer.body());
    }
    return value(operation, answer.body(), type);
  }

  <T> List<T> list(FaceOperation operation, FaceResponse answer, Class<T> type) {
    if (!answer.body().isArray()) {
      throw unexpected(operation, answer.body());
    }
    List<T> all = new ArrayList<>(answer.body().size());
    for (JsonNode each : answer.body()) {
      all.add(value(operation, each, type));
    }
    return all;
  }

  private <T> T value(FaceOperation operation, JsonNode node, Class<T> type) {
    try {
      return json.treeToValue(node, type);
    } catch (JsonProcessingException e) { // its text would show what was answered
      throw unexpected(operation, node);
    }
  }

  private static FaceException unexpected(FaceOperation operation, JsonNode found) {
    String kind = found.isMissingNode() ? "nothing" : "another kind of JSON than it should";
    return new FaceException(
        operation,
        FaceErrorKind.UNEXPECTED,
        operation.words() + " was answered with " + kind,
        null);
  }

  /** Reads leniently: a service may add members, leave them out, and say null. */
  static ObjectMapper lenientJson() {
    return JsonMapper.builder()
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .disable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .serializationInclusion(JsonInclude.Include.NON_NULL)
        .build();
  }

  /** What the service does not take as an image would only cost a call. */
  private static Optional<FaceException> fault(FaceOperation operation, BinaryData image) {
    Long length = image.getLength();
    if (length == null || (length >= FaceShot.MIN_BYTES && length <= FaceShot.MAX_BYTES)) {
      return Optional.empty();
    }
    return Optional.of(
        new FaceException(
            operation,
            FaceErrorKind.IMAGE_SIZE,
            "The image has " + length + " bytes; the service takes 1 KB to 6 MB",
            null));
  }
}
