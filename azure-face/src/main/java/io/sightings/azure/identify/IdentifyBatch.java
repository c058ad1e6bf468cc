package io.sightings.azure.identify;

import io.sightings.azure.call.CallCounter;
import io.sightings.azure.call.CallOptions;
import io.sightings.azure.call.CallOptions.CallPriority;
import io.sightings.azure.call.FaceResource;
import io.sightings.azure.client.FaceClient;
import io.sightings.azure.client.FaceErrorKind;
import io.sightings.azure.client.FaceException;
import io.sightings.azure.client.FaceOperation;
import io.sightings.azure.client.models.FaceIdentificationResult;
import io.sightings.azure.client.models.FaceIdentificationResult.FaceIdentificationCandidate;
import io.sightings.azure.settings.AzureSettings;
import io.sightings.azure.settings.IdentifySettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Lets faces of several tracks share a call of one resource: up to ten, or those that come within a
 * moment of the first.
 */
final class IdentifyBatch {
  private final FaceResource resource;
  private final String group;
  private final IdentifySettings settings;
  private final boolean waitsOut;
  private final InstantSource clock;
  private List<Member> gathering = new ArrayList<>();

  /** A face and who waits for it, how long, and what that has cost already. */
  private record Member(
      String faceId, Instant until, double paid, CompletableFuture<Share> answer) {
    Member having(double more) {
      return new Member(faceId, until, paid + more, answer);
    }

    void fail(Throwable cause) {
      answer.completeExceptionally(new PaidCallException(cause, paid));
    }
  }

  /**
   * A face's part of a call.
   *
   * @param paid its part of what the call cost
   */
  record Share(List<FaceIdentificationCandidate> candidates, double paid) {}

  /**
   * @param waitsOut whether its calls wait while the resource is away
   */
  IdentifyBatch(
      FaceResource resource, AzureSettings settings, boolean waitsOut, InstantSource clock) {
    this.resource = resource;
    this.group = settings.group();
    this.settings = settings.identify();
    this.waitsOut = waitsOut;
    this.clock = clock;
  }

  /** Fails with a {@link PaidCallException} of a {@link FaceException}. */
  CompletableFuture<Share> ask(String faceId, Duration patience) {
    Instant until = clock.instant().plus(patience);
    Member member = new Member(faceId, until, 0, new CompletableFuture<>());
    List<Member> full = null;
    synchronized (this) {
      gathering.add(member);
      if (gathering.size() == FaceClient.MAX_FACES || settings.batchWait().isZero()) {
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
    CallCounter tally = new CallCounter();
    Instant until = batch.stream().map(Member::until).min(Instant::compareTo).orElseThrow();
    CallOptions options =
        CallOptions.of(CallPriority.CONTINUE, Duration.between(clock.instant(), until))
            .withTally(tally);
    resource
        .faces(waitsOut ? options.waitingOut() : options.failingAtOnce())
        .identifyFromLargePersonGroup(
            batch.stream().map(Member::faceId).distinct().toList(),
            group,
            settings.candidates(),
            settings.minConfidence() > 0 ? settings.minConfidence() : null)
        .whenComplete(
            (results, failure) -> {
              double paid = (double) tally.paidCalls() / batch.size();
              List<Member> asked = batch.stream().map(member -> member.having(paid)).toList();
              if (failure == null) {
                hand(asked, results);
              } else {
                fail(asked, IdentifyErrorMapper.cause(failure));
              }
            });
  }

  private static void hand(List<Member> batch, List<FaceIdentificationResult> results) {
    Map<String, FaceIdentificationResult> byFace = new HashMap<>();
    results.forEach(result -> byFace.put(result.faceId(), result));
    for (Member member : batch) {
      FaceIdentificationResult result = byFace.get(member.faceId());
      if (result == null) {
        String what = "identify did not answer about one of " + batch.size() + " faces";
        member.fail(
            new FaceException(FaceOperation.IDENTIFY, FaceErrorKind.UNEXPECTED, what, null));
      } else {
        member.answer().complete(new Share(result.candidates(), member.paid()));
      }
    }
  }

  /** One face that is forgotten, or has no more time, must not cost the others their answer. */
  private void fail(List<Member> batch, Throwable cause) {
    FaceErrorKind fault = cause instanceof FaceException e ? e.fault() : FaceErrorKind.UNEXPECTED;
    if (fault == FaceErrorKind.NO_FACE_ID && batch.size() > 1) {
      batch.forEach(member -> send(List.of(member)));
      return;
    }
    List<Member> others = List.of();
    if (fault == FaceErrorKind.CROWDED || fault == FaceErrorKind.AWAY) {
      Instant now = clock.instant();
      others = batch.stream().filter(member -> member.until().isAfter(now)).toList();
      if (others.size() == batch.size()) {
        others = List.of(); // it was not for want of time
      }
    }
    for (Member member : batch) {
      if (!others.contains(member)) {
        member.fail(cause);
      }
    }
    if (!others.isEmpty()) {
      send(others);
    }
  }
}
