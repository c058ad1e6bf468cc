package io.sightings.azure.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletableFuture;

/** How calls reach the service and answers come back. */
@FunctionalInterface
public interface FaceExchange {

  /**
   * The future fails with a {@link FaceException} and nothing else. Cancelling it gives the call
   * up; the service may have done it.
   */
  CompletableFuture<FaceResponse> send(FaceRequest request);

  /**
   * What the service answered to a call that succeeded.
   *
   * @param status any of 200 to 299
   * @param body a missing node where it was empty
   * @param operationLocation where a longer operation can be followed; null for the others
   */
  public record FaceResponse(int status, JsonNode body, String operationLocation) {}
}
