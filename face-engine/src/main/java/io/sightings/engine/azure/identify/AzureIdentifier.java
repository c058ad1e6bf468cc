package io.sightings.engine.azure.identify;

import com.azure.core.util.BinaryData;
import io.sightings.engine.Shot;
import io.sightings.engine.azure.call.Availability;
import io.sightings.engine.azure.call.CallCounts;
import io.sightings.engine.azure.call.CallOptions;
import io.sightings.engine.azure.call.CallTally;
import io.sightings.engine.azure.call.FaceResource;
import io.sightings.engine.azure.call.FaceResources;
import io.sightings.engine.azure.call.Priority;
import io.sightings.engine.azure.call.ResourceLease;
import io.sightings.engine.azure.client.DetectOptions;
import io.sightings.engine.azure.client.models.FaceAttributes;
import io.sightings.engine.azure.client.models.QualityForRecognition;
import io.sightings.engine.azure.settings.AzureSettings;
import io.sightings.engine.azure.settings.IdentifySettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Asks the service whose a face is. No future of it ever fails: an answer says what came of the
 * question. What follows an answer must not wait for another one.
 */
public final class AzureIdentifier implements AutoCloseable {
  /** What names faces: a group made with another model is not asked. */
  public static final String MODEL = "azure/recognition_04";

  /** A face id is not used up to its last moment. */
  private static final Duration RESERVE = Duration.ofSeconds(5);

  private final IdentifySettings settings;
  private final ResourceLease lease;
  private final Map<String, GroupOfResource> groups = new LinkedHashMap<>();
  private final InstantSource clock;
  private final DetectOptions detect;

  private AzureIdentifier(AzureSettings settings, ResourceLease lease, InstantSource clock) {
    this.settings = settings.identify();
    this.lease = lease;
    this.clock = clock;
    this.detect = DetectOptions.DEFAULT.withFaceId(true, this.settings.faceIdTimeToLive());
    lease.all().forEach(r -> groups.put(r.name(), new GroupOfResource(r, settings, clock)));
  }

  /**
   * @throws IllegalStateException if no resource is configured, or a key would travel in the clear
   */
  public static AzureIdentifier open(AzureSettings settings) {
    return new AzureIdentifier(settings, FaceResources.acquire(settings), InstantSource.system());
  }

  /** For somebody who is there now: no waiting while the service is away. */
  public CallOptions options(Priority priority) {
    return CallOptions.of(priority, settings.patience());
  }

  /** For recordings and photos: waits while the service is away. */
  public CallOptions patientOptions(Priority priority) {
    return CallOptions.of(priority, settings.recordedPatience()).waitingOut();
  }

  /**
   * Asks about a face somebody else has found: a detection and a part of an identification.
   *
   * @param options their tally is not used
   */
  public CompletableFuture<AzureAnswer> identify(Shot shot, CallOptions options) {
    GroupOfResource group = groups.get(lease.choose().name());
    FaceResource resource = group.resource();
    Optional<AzureAnswer> known = group.hindrance().answer(resource.name());
    if (known.isPresent()) {
      return CompletableFuture.completedFuture(known.get());
    }
    Instant asked = clock.instant();
    CallTally tally = new CallTally();
    return resource
        .faces(options.withTally(tally))
        .detect(BinaryData.fromBytes(shot.jpeg()), detect)
        .thenApply(found -> FaceReading.faces(found, resource.name(), asked))
        .thenCompose(
            found -> {
              AzureFace face = FaceReading.nearest(found, shot.face());
              return face == null
                  ? done(
                      Outcome.NO_FACE,
                      "The service finds no face in this shot.",
                      null,
                      resource.name())
                  : whose(group, face, options.patience());
            })
        .exceptionally(
            failure -> {
              AzureAnswer answer = Failures.answer(failure, null, 0, resource.name());
              group.hindrance().learn(answer);
              return answer;
            })
        .thenApply(answer -> answer.costing(tally.paidCalls()));
  }

  /** Asks about a face the service has found itself: a part of an identification. */
  public CompletableFuture<AzureAnswer> identify(AzureFace face, CallOptions options) {
    GroupOfResource group = groups.get(face.resource());
    if (group == null) {
      String text =
          face.resource() + ", which found this face, is not among the resources any more.";
      return done(Outcome.FAILED, text, face.attributes(), face.resource());
    }
    return group
        .hindrance()
        .answer(face.resource())
        .map(CompletableFuture::completedFuture)
        .orElseGet(() -> whose(group, face, options.patience()));
  }

  private CompletableFuture<AzureAnswer> whose(
      GroupOfResource group, AzureFace face, Duration patience) {
    FaceAttributes attributes = face.attributes();
    QualityForRecognition quality = attributes == null ? null : attributes.qualityForRecognition();
    if (!settings.enough(quality)) {
      String text =
          "The service finds the face's quality %s; %s is needed (azure.identify.minQuality)."
              .formatted(quality, settings.minQuality());
      return done(Outcome.LOW_QUALITY, text, attributes, face.resource());
    }
    if (face.faceId() == null) {
      String text = "The service gave this face no id to ask by.";
      return done(Outcome.FAILED, text, attributes, face.resource());
    }
    Instant forgotten = face.found().plus(settings.faceIdTimeToLive()).minus(RESERVE);
    Duration left = Duration.between(clock.instant(), forgotten);
    if (left.isNegative()) {
      String text = "The service has forgotten this face before it could be asked about.";
      return done(Outcome.THROTTLED, text, attributes, face.resource());
    }
    return group.whose(face.faceId(), attributes, left.compareTo(patience) < 0 ? left : patience);
  }

  private static CompletableFuture<AzureAnswer> done(
      Outcome outcome, String text, FaceAttributes attributes, String resource) {
    return CompletableFuture.completedFuture(
        AzureAnswer.without(outcome, text, attributes, 0, resource));
  }

  /** Whether any resource can be asked; else since when and why not. */
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
