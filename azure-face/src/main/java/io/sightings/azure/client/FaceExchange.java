package io.sightings.azure.client;

import java.util.concurrent.CompletableFuture;

/** How calls reach the service and answers come back. */
@FunctionalInterface
public interface FaceExchange {

  /**
   * The future fails with a {@link FaceException} and nothing else. Cancelling it gives the call
   * up; the service may have done it.
   */
  CompletableFuture<FaceResponse> send(FaceRequest request);
}
