package io.sightings.engine.azure.call;

import io.sightings.engine.azure.client.FaceAnswer;
import io.sightings.engine.azure.client.FaceRequest;
import java.util.concurrent.CompletableFuture;

/** A call on its way: waiting, sent, or waiting to be sent again. Changed by the loop only. */
final class Ticket {
  final FaceRequest request;
  final CallOptions options;
  final CompletableFuture<FaceAnswer> answer = new CompletableFuture<>();

  /** When its patience ends. */
  final long deadline;

  /** How often it was sent. */
  int attempts;

  /** Not to be sent before. */
  long notBefore = Long.MIN_VALUE;

  Ticket(FaceRequest request, CallOptions options, long now) {
    this.request = request;
    this.options = options;
    this.deadline = now + options.patience().toNanos();
  }
}
