package io.sightings.engine.azure.identify;

import com.azure.core.util.BinaryData;
import io.sightings.engine.azure.call.Availability;
import io.sightings.engine.azure.call.CallCounts;
import io.sightings.engine.azure.call.CallOptions;
import io.sightings.engine.azure.call.CallTally;
import io.sightings.engine.azure.call.FaceResource;
import io.sightings.engine.azure.call.Priority;
import io.sightings.engine.azure.call.ResourceLease;
import io.sightings.engine.azure.client.DetectOptions;
import io.sightings.engine.azure.settings.AzureSettings;
import io.sightings.engine.azure.settings.IdentifySettings;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Lets the service find the faces of whole pictures. Where it may not give face ids it goes on
 * without them: detection alone is open to everybody. No future of it ever fails.
 */
public final class AzureDetector implements AutoCloseable {
  private final AzureSettings settings;
  private final IdentifySettings identify;
  private final Commons.Hold hold;
  private final ResourceLease lease;
  private final InstantSource clock;
  private final DetectOptions withId;
  private final DetectOptions withoutId;
  private final Approval approval;
  private final Round<AzureDetection> round;

  private AzureDetector(
      AzureSettings settings, boolean identifying, Commons.Hold hold, InstantSource clock) {
    this.settings = settings;
    this.identify = settings.identify();
    this.hold = hold;
    this.lease = hold.common().lease();
    this.clock = clock;
    this.withId =
        DetectOptions.DEFAULT
            .withFaceId(identifying, identify.faceIdTimeToLive())
            .withLandmarks(true);
    this.withoutId = withId.withFaceId(false, identify.faceIdTimeToLive());
    this.approval = hold.common().approval();
    this.round = new Round<>(lease, any -> true, clock);
  }

  /**
   * @param identifying whether faces are to be asked about afterwards
   * @throws IllegalStateException if no resource is configured, or a key would travel in the clear
   */
  public static AzureDetector open(AzureSettings settings, boolean identifying) {
    return new AzureDetector(
        settings, identifying, Commons.acquire(settings), InstantSource.system());
  }

  /**
   * @param identifying as above
   * @param clock of lifetimes and of what is tried again
   * @throws IllegalStateException as above
   */
  public static AzureDetector open(
      AzureSettings settings, boolean identifying, InstantSource clock) {
    return new AzureDetector(settings, identifying, Commons.unshared(settings, clock), clock);
  }

  /** For frames of what is happening now: no waiting while the service is away. */
  public CallOptions options(Priority priority) {
    return CallOptions.of(priority, identify.patience());
  }

  /** For frames of recordings, and photos: waits while the service is away. */
  public CallOptions patientOptions(Priority priority) {
    return CallOptions.of(priority, identify.recordedPatience()).waitingOut();
  }

  /**
   * Where a resource cannot answer, another one is asked.
   *
   * @param image JPEG, PNG, GIF or BMP, 1 KB to 6 MB
   * @param options their tally is not used
   */
  public CompletableFuture<AzureDetection> detect(byte[] image, CallOptions options) {
    return round.ask(new PictureQuestion(image), options);
  }

  public Availability availability() {
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

  private final class PictureQuestion implements Round.Question<AzureDetection> {
    private final byte[] image;

    PictureQuestion(byte[] image) {
      this.image = image;
    }

    @Override
    public CompletableFuture<AzureDetection> ask(FaceResource resource, CallOptions options) {
      CallTally tally = new CallTally();
      CallOptions counted = options.withTally(tally);
      boolean ids = withId.returnFaceId() && approval.worthATry();
      return detect(resource, counted, ids ? withId : withoutId)
          .whenComplete((faces, failure) -> approval.learn(resource.name(), ids, failure))
          .exceptionallyCompose(
              failure ->
                  ids && Approval.missing(failure)
                      ? detect(resource, counted, withoutId)
                      : CompletableFuture.failedFuture(failure))
          .handle(
              (faces, failure) -> {
                if (failure == null) {
                  return new AzureDetection(null, "", faces, tally.paidCalls(), resource.name());
                }
                AzureAnswer why = Failures.answer(failure, null, tally.paidCalls(), resource);
                return new AzureDetection(
                    why.outcome(), why.text(), List.of(), why.paidCalls(), resource.name());
              });
    }

    private CompletableFuture<List<AzureFace>> detect(
        FaceResource resource, CallOptions options, DetectOptions how) {
      Instant asked = clock.instant();
      return resource
          .faces(options)
          .detect(BinaryData.fromBytes(image), how)
          .thenApply(
              found ->
                  FaceReading.faces(
                      found,
                      resource.name(),
                      FaceReading.seen(asked, clock.instant(), settings.timeout())));
    }

    @Override
    public Outcome trouble(AzureDetection detection) {
      return detection.trouble();
    }

    @Override
    public double paid(AzureDetection detection) {
      return detection.paidCalls();
    }

    @Override
    public AzureDetection costing(AzureDetection detection, double more) {
      return new AzureDetection(
          detection.trouble(),
          detection.text(),
          detection.faces(),
          detection.paidCalls() + more,
          detection.resource());
    }
  }
}
