package io.sightings.azure.call;

import io.sightings.azure.call.CallOptions.OpenCircuitPolicy;
import io.sightings.azure.client.FaceExchange.FaceResponse;
import io.sightings.azure.client.FaceRequest;
import java.util.concurrent.CompletableFuture;

/** A call on its way: waiting, sent, or waiting to be sent again. Changed by the loop only. */
final class PendingCall {
  final FaceRequest request;
  final CallOptions options;
  final CompletableFuture<FaceResponse> answer = new CompletableFuture<>();

  /** When its patience ends. */
  final long deadline;

  private final long came;

  /** Its place among those that came with the same deadline. */
  long number;

  /** How often it was sent. */
  int attempts;

  /** Not to be sent before. */
  long notBefore = Long.MIN_VALUE;

  PendingCall(FaceRequest request, CallOptions options, long now) {
    this.request = request;
    this.options = options;
    this.came = now;
    this.deadline = now + options.patience().toNanos();
  }

  /** Whether it waits while the resource is away, and is tried until its patience ends. */
  boolean waits(long now) {
    boolean begun = attempts > 0 && now - came >= options.longestPause();
    return options.waitsOut() || (begun && options.whileAway() == OpenCircuitPolicy.FINISH);
  }

  /** The longest pause before it is sent again, in nanoseconds; Long.MAX_VALUE for any. */
  long longestPause(long now) {
    return waits(now) ? options.longestPause() : Long.MAX_VALUE;
  }
}
