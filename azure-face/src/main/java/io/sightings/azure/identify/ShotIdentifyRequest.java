package io.sightings.azure.identify;

import com.azure.core.util.BinaryData;
import io.sightings.azure.call.CallCounter;
import io.sightings.azure.call.CallOptions;
import io.sightings.azure.call.FaceResource;
import io.sightings.azure.client.DetectOptions;
import io.sightings.azure.settings.AzureSettings;
import io.sightings.contract.InquiryOutcome;
import io.sightings.engine.FaceShot;
import io.sightings.engine.ServiceDetection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** Asks whose the face of a shot is: a detection, and a part of an identification. */
final class ShotIdentifyRequest implements ResourceFailover.Question<AzureIdentifyResult> {
  /** Detecting may use so much of the patience that identifying has some left. */
  private static final double SHARE_OF_DETECT = 0.8;

  /** Repetitions of a patient request whose face id expired meanwhile. */
  private static final int MAX_REPEATS = 3;

  private final FaceShot shot;
  private final AzureSettings settings;
  private final Map<String, ResourcePersonGroup> groups;
  private final InstantSource clock;

  ShotIdentifyRequest(
      FaceShot shot,
      AzureSettings settings,
      Map<String, ResourcePersonGroup> groups,
      InstantSource clock) {
    this.shot = shot;
    this.settings = settings;
    this.groups = groups;
    this.clock = clock;
  }

  @Override
  public CompletableFuture<AzureIdentifyResult> ask(FaceResource resource, CallOptions options) {
    ResourcePersonGroup group = Objects.requireNonNull(groups.get(resource.name()));
    return group.unlessHindered(
        () -> {
          Instant until = clock.instant().plus(options.patience());
          return ask(group, options, until, options.waitsOut() ? MAX_REPEATS : 0);
        });
  }

  private CompletableFuture<AzureIdentifyResult> ask(
      ResourcePersonGroup group, CallOptions options, Instant until, int repeats) {
    CallCounter tally = new CallCounter();
    return once(group, options.withTally(tally), until)
        .exceptionallyCompose(
            failure -> {
              boolean again =
                  repeats > 0
                      && IdentifyErrorMapper.forgotten(failure)
                      && left(until).toMillis() > 0;
              return again
                  ? ask(group, options, until, repeats - 1)
                      .thenApply(answer -> answer.costing(IdentifyErrorMapper.paid(failure)))
                  : CompletableFuture.completedFuture(
                      IdentifyErrorMapper.answer(failure, null, 0, group.resource()));
            })
        .thenApply(answer -> answer.costing(tally.paidCalls()));
  }

  private CompletableFuture<AzureIdentifyResult> once(
      ResourcePersonGroup group, CallOptions options, Instant until) {
    String resource = group.resource().name();
    Instant asked = clock.instant();
    Duration part = Duration.ofMillis((long) (left(until).toMillis() * SHARE_OF_DETECT));
    DetectOptions how =
        DetectOptions.DEFAULT.withFaceId(true, settings.identify().faceIdTimeToLive());
    return group
        .resource()
        .faces(options.withPatience(part))
        .detect(BinaryData.fromBytes(shot.jpeg()), how)
        .thenApply(
            found ->
                FaceResultMapper.faces(
                    found,
                    resource,
                    FaceResultMapper.seen(asked, clock.instant(), settings.timeout())))
        .thenCompose(
            found -> {
              ServiceDetection face = FaceResultMapper.nearest(found, shot.face());
              return face == null
                  ? CompletableFuture.completedFuture(noFace(resource))
                  : new FaceIdIdentifier(settings.identify(), clock)
                      .ask(group, face.service(), options.withPatience(left(until)));
            });
  }

  private static AzureIdentifyResult noFace(String resource) {
    String text = "The service finds no face in this shot.";
    return AzureIdentifyResult.without(InquiryOutcome.NO_FACE, text, null, 0, resource);
  }

  private Duration left(Instant until) {
    Duration left = Duration.between(clock.instant(), until);
    return left.isNegative() ? Duration.ZERO : left;
  }

  @Override
  public InquiryOutcome trouble(AzureIdentifyResult answer) {
    return answer.outcome();
  }

  @Override
  public double paid(AzureIdentifyResult answer) {
    return answer.paidCalls();
  }

  @Override
  public AzureIdentifyResult costing(AzureIdentifyResult answer, double more) {
    return answer.costing(more);
  }
}
