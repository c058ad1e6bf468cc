package io.sightings.azure.identify;

import com.azure.core.util.BinaryData;
import io.sightings.azure.call.CallCounter;
import io.sightings.azure.call.CallCounts;
import io.sightings.azure.call.CallOptions;
import io.sightings.azure.call.CallOptions.CallPriority;
import io.sightings.azure.call.FaceResource;
import io.sightings.azure.call.ResourceAvailability;
import io.sightings.azure.call.ResourceLease;
import io.sightings.azure.client.DetectOptions;
import io.sightings.azure.settings.AzureSettings;
import io.sightings.azure.settings.IdentifySettings;
import io.sightings.contract.InquiryOutcome;
import io.sightings.contract.lease.SharedValues.Lease;
import io.sightings.engine.ServiceDetection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Lets the service find the faces of whole pictures. Where it may not give face ids it goes on
 * without them: detection alone is open to everybody. No future of it ever fails.
 */
public final class AzureDetector implements AutoCloseable {
  private final AzureSettings settings;
  private final IdentifySettings identify;
  private final Lease<SharedIdentifyContext> hold;
  private final ResourceLease lease;
  private final InstantSource clock;
  private final DetectOptions withId;
  private final DetectOptions withoutId;
  private final FaceIdApproval approval;
  private final ResourceFailover<AzureDetectResult> round;

  private AzureDetector(
      AzureSettings settings,
      boolean identifying,
      Lease<SharedIdentifyContext> hold,
      InstantSource clock) {
    this.settings = settings;
    this.identify = settings.identify();
    this.hold = hold;
    this.lease = hold.value().lease();
    this.clock = clock;
    this.withId =
        DetectOptions.DEFAULT
            .withFaceId(identifying, identify.faceIdTimeToLive())
            .withReturnFaceLandmarks(true);
    this.withoutId = withId.withFaceId(false, identify.faceIdTimeToLive());
    this.approval = hold.value().approval();
    this.round = new ResourceFailover<>(lease, any -> true, clock);
  }

  /**
   * @param identifying whether faces are to be asked about afterwards
   * @throws IllegalStateException if no resource is configured, or a key would travel in the clear
   */
  public static AzureDetector open(AzureSettings settings, boolean identifying) {
    return new AzureDetector(
        settings, identifying, SharedIdentifyContext.acquire(settings), InstantSource.system());
  }

  /**
   * @param identifying as above
   * @param clock of lifetimes and of what is tried again
   * @throws IllegalStateException as above
   */
  public static AzureDetector open(
      AzureSettings settings, boolean identifying, InstantSource clock) {
    return new AzureDetector(
        settings, identifying, SharedIdentifyContext.unshared(settings, clock), clock);
  }

  /** For frames of what is happening now: no waiting while the service is away. */
  public CallOptions options(CallPriority priority) {
    return CallOptions.of(priority, identify.patience());
  }

  /** For frames of recordings, and photos: waits while the service is away. */
  public CallOptions patientOptions(CallPriority priority) {
    return CallOptions.of(priority, identify.recordedPatience()).waitingOut();
  }

  /**
   * Where a resource cannot answer, another one is asked.
   *
   * @param image JPEG, PNG, GIF or BMP, 1 KB to 6 MB
   * @param options their tally is not used
   */
  public CompletableFuture<AzureDetectResult> detect(byte[] image, CallOptions options) {
    return round.ask(new PictureQuestion(image), options);
  }

  public ResourceAvailability availability() {
    return lease.availability();
  }

  /** What was asked of these resources by everybody in this JVM. */
  public CallCounts counts() {
    return lease.counts();
  }

  @Override
  public void close() {
    hold.close();
  }

  private final class PictureQuestion implements ResourceFailover.Question<AzureDetectResult> {
    private final byte[] image;

    PictureQuestion(byte[] image) {
      this.image = image;
    }

    @Override
    public CompletableFuture<AzureDetectResult> ask(FaceResource resource, CallOptions options) {
      CallCounter tally = new CallCounter();
      CallOptions counted = options.withTally(tally);
      boolean ids = withId.returnFaceId() && approval.worthATry();
      return detect(resource, counted, ids ? withId : withoutId)
          .whenComplete((faces, failure) -> approval.update(resource.name(), ids, failure))
          .exceptionallyCompose(
              failure ->
                  ids && FaceIdApproval.missing(failure)
                      ? detect(resource, counted, withoutId)
                      : CompletableFuture.failedFuture(failure))
          .handle(
              (faces, failure) -> {
                if (failure == null) {
                  return new AzureDetectResult(null, "", faces, tally.paidCalls(), resource.name());
                }
                AzureIdentifyResult why =
                    IdentifyErrorMapper.answer(failure, null, tally.paidCalls(), resource);
                return new AzureDetectResult(
                    why.outcome(), why.text(), List.of(), why.paidCalls(), resource.name());
              });
    }

    private CompletableFuture<List<ServiceDetection>> detect(
        FaceResource resource, CallOptions options, DetectOptions how) {
      Instant asked = clock.instant();
      return resource
          .faces(options)
          .detect(BinaryData.fromBytes(image), how)
          .thenApply(
              found ->
                  FaceResultMapper.faces(
                      found,
                      resource.name(),
                      FaceResultMapper.seen(asked, clock.instant(), settings.timeout())));
    }

    @Override
    public @Nullable InquiryOutcome trouble(AzureDetectResult detection) {
      return detection.trouble();
    }

    @Override
    public double paid(AzureDetectResult detection) {
      return detection.paidCalls();
    }

    @Override
    public AzureDetectResult costing(AzureDetectResult detection, double more) {
      return detection.withPaidCalls(detection.paidCalls() + more);
    }
  }
}
