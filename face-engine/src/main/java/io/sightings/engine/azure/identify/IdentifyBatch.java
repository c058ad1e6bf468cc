package io.sightings.engine.azure.identify;

import io.sightings.engine.azure.call.CallOptions;
import io.sightings.engine.azure.call.CallTally;
import io.sightings.engine.azure.call.FaceResource;
import io.sightings.engine.azure.call.Priority;
import io.sightings.engine.azure.client.FaceClient;
import io.sightings.engine.azure.client.FaceException;
import io.sightings.engine.azure.client.FaceFault;
import io.sightings.engine.azure.client.FaceOperation;
import io.sightings.engine.azure.client.models.FaceIdentificationCandidate;
import io.sightings.engine.azure.client.models.FaceIdentificationResult;
import io.sightings.engine.azure.settings.AzureSettings;
import io.sightings.engine.azure.settings.IdentifySettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * Lets faces of several tracks share a call: up to ten, or those that come within a moment of the
 * first.
 */
final class IdentifyBatch {
  private final FaceResource resource;
  private final String group;
  private final IdentifySettings settings;
  private List<Member> gathering = new ArrayList<>();

  /** A face and who waits for it. */
  private record Member(String faceId, Duration patience, CompletableFuture<Share> answer) {}

  /**
   * A face's part of a call.
   *
   * @param paid its part of what the call cost
   */
  record Share(List<FaceIdentificationCandidate> candidates, double paid) {}

  IdentifyBatch(FaceResource resource, AzureSettings settings) {
    this.resource = resource;
    this.group = settings.group();
    this.settings = settings.identify();
  }

  /** Fails with a {@link FaceException}. */
  CompletableFuture<Share> ask(String faceId, Duration patience) {
    Member member = new Member(faceId, patience, new CompletableFuture<>());
    List<Member> full = null;
    synchronized (this) {
      gathering.add(member);
      if (gathering.size() == FaceClient.MOST_FACES || settings.batchWait().isZero()) {
        full = gathering;
        gathering = new ArrayList<>();
      } else if (gathering.size() == 1) {
        List<Member> first = gathering;
        CompletableFuture.delayedExecutor(settings.batchWait().toMillis(), TimeUnit.MILLISECONDS)
            .execute(() -> close(first));
      }
    }
    if (full != null) {
      send(full);
    }
    return member.answer();
  }

  private void close(List<Member> batch) {
    synchronized (this) {
      if (gathering != batch) {
        return; // it was full before
      }
      gathering = new ArrayList<>();
    }
    send(batch);
  }

  private void send(List<Member> batch) {
    CallTally tally = new CallTally();
    Duration patience = batch.stream().map(Member::patience).min(Duration::compareTo).orElseThrow();
    CallOptions options = CallOptions.of(Priority.CONTINUE, patience).withTally(tally);
    resource
        .faces(options)
        .identifyFromLargePersonGroup(
            batch.stream().map(Member::faceId).toList(),
            group,
            settings.candidates(),
            settings.minConfidence() > 0 ? settings.minConfidence() : null)
        .whenComplete(
            (results, failure) -> {
              double paid = (double) tally.paidCalls() / batch.size();
              if (failure == null) {
                hand(batch, results, paid);
              } else {
                fail(batch, failure, paid);
              }
            });
  }

  private static void hand(
      List<Member> batch, List<FaceIdentificationResult> results, double paid) {
    Map<String, FaceIdentificationResult> byFace = new HashMap<>();
    results.forEach(result -> byFace.put(result.faceId(), result));
    for (Member member : batch) {
      FaceIdentificationResult result = byFace.get(member.faceId());
      if (result == null) {
        String what = "identify did not answer about one of " + batch.size() + " faces";
        member
            .answer()
            .completeExceptionally(
                new PaidException(
                    new FaceException(FaceOperation.IDENTIFY, FaceFault.UNEXPECTED, what, null),
                    paid));
      } else {
        member.answer().complete(new Share(result.candidates(), paid));
      }
    }
  }

  /** One face the service has forgotten must not cost the others their answer. */
  private void fail(List<Member> batch, Throwable failure, double paid) {
    Throwable cause = failure instanceof CompletionException e ? e.getCause() : failure;
    boolean forgotten = cause instanceof FaceException e && e.fault() == FaceFault.NO_FACE_ID;
    if (forgotten && batch.size() > 1) {
      batch.forEach(member -> send(List.of(member)));
      return;
    }
    batch.forEach(member -> member.answer().completeExceptionally(new PaidException(cause, paid)));
  }

  /** A failure and what it cost. */
  static final class PaidException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final double paid;

    PaidException(Throwable cause, double paid) {
      super(cause.getMessage(), cause);
      this.paid = paid;
    }

    double paid() {
      return paid;
    }
  }
}
