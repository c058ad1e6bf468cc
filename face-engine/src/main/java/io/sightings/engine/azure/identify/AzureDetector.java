package io.sightings.engine.azure.identify;

import com.azure.core.util.BinaryData;
import io.sightings.engine.azure.call.Availability;
import io.sightings.engine.azure.call.CallCounts;
import io.sightings.engine.azure.call.CallOptions;
import io.sightings.engine.azure.call.CallTally;
import io.sightings.engine.azure.call.FaceResource;
import io.sightings.engine.azure.call.FaceResources;
import io.sightings.engine.azure.call.Priority;
import io.sightings.engine.azure.call.ResourceLease;
import io.sightings.engine.azure.client.DetectOptions;
import io.sightings.engine.azure.client.FaceException;
import io.sightings.engine.azure.client.FaceFault;
import io.sightings.engine.azure.settings.AzureSettings;
import io.sightings.engine.azure.settings.IdentifySettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the service find the faces of whole pictures. Where it may not give face ids it goes on
 * without them: detection alone is open to everybody. No future of it ever fails.
 */
public final class AzureDetector implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AzureDetector.class);
  private static final Duration LOOK_AGAIN = Duration.ofHours(1);

  private final ResourceLease lease;
  private final IdentifySettings settings;
  private final DetectOptions withId;
  private final DetectOptions withoutId;
  private final InstantSource clock = InstantSource.system();
  private volatile Instant withoutIdUntil = Instant.MIN;

  private AzureDetector(ResourceLease lease, IdentifySettings settings, DetectOptions withId) {
    this.lease = lease;
    this.settings = settings;
    this.withId = withId;
    this.withoutId = withId.withFaceId(false, withId.faceIdTimeToLive());
  }

  /**
   * @param identifying whether faces are to be asked about afterwards
   * @throws IllegalStateException if no resource is configured, or a key would travel in the clear
   */
  public static AzureDetector open(AzureSettings settings, boolean identifying) {
    DetectOptions options =
        DetectOptions.DEFAULT
            .withFaceId(identifying, settings.identify().faceIdTimeToLive())
            .withLandmarks(true);
    return new AzureDetector(FaceResources.acquire(settings), settings.identify(), options);
  }

  /** For frames of what is happening now: no waiting while the service is away. */
  public CallOptions options(Priority priority) {
    return CallOptions.of(priority, settings.patience());
  }

  /** For frames of recordings, and photos: waits while the service is away. */
  public CallOptions patientOptions(Priority priority) {
    return CallOptions.of(priority, settings.recordedPatience()).waitingOut();
  }

  /**
   * @param image JPEG, PNG, GIF or BMP, 1 KB to 6 MB
   * @param options their tally is not used
   */
  public CompletableFuture<AzureDetection> detect(byte[] image, CallOptions options) {
    FaceResource resource = lease.choose();
    CallTally tally = new CallTally();
    CallOptions counted = options.withTally(tally);
    boolean ids = withId.returnFaceId() && !clock.instant().isBefore(withoutIdUntil);
    return detect(resource, image, counted, ids ? withId : withoutId)
        .exceptionallyCompose(
            failure -> {
              if (!ids || !unapproved(failure)) {
                return CompletableFuture.failedFuture(failure);
              }
              withoutIdUntil = clock.instant().plus(LOOK_AGAIN);
              LOG.warn(
                  "{}: detecting without identification from now on. {}",
                  resource.name(),
                  failure.getCause().getMessage());
              return detect(resource, image, counted, withoutId);
            })
        .handle(
            (faces, failure) -> {
              if (failure == null) {
                return new AzureDetection(null, "", faces, tally.paidCalls(), resource.name());
              }
              AzureAnswer why = Failures.answer(failure, null, tally.paidCalls(), resource.name());
              return new AzureDetection(
                  why.outcome(), why.text(), List.of(), why.paidCalls(), resource.name());
            });
  }

  private CompletableFuture<List<AzureFace>> detect(
      FaceResource resource, byte[] image, CallOptions options, DetectOptions how) {
    Instant asked = clock.instant();
    return resource
        .faces(options)
        .detect(BinaryData.fromBytes(image), how)
        .thenApply(found -> FaceReading.faces(found, resource.name(), asked));
  }

  private static boolean unapproved(Throwable failure) {
    return failure instanceof CompletionException wrapped
        && wrapped.getCause() instanceof FaceException e
        && e.fault() == FaceFault.NOT_APPROVED;
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
    lease.close();
  }
}
