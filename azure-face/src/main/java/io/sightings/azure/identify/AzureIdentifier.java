package io.sightings.azure.identify;

import io.sightings.azure.call.CallCounts;
import io.sightings.azure.call.CallOptions;
import io.sightings.azure.call.CallOptions.CallPriority;
import io.sightings.azure.call.FaceResource;
import io.sightings.azure.call.ResourceAvailability;
import io.sightings.azure.call.ResourceLease;
import io.sightings.azure.settings.AzureSettings;
import io.sightings.azure.settings.IdentifySettings;
import io.sightings.contract.InquiryOutcome;
import io.sightings.contract.lease.SharedValues.Lease;
import io.sightings.engine.FaceShot;
import io.sightings.engine.ServiceFace;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * Asks the service whose a face is. No future of it ever fails: an answer says what came of the
 * question. What follows an answer must not wait for another one.
 */
public final class AzureIdentifier implements AutoCloseable {
  /** What names faces: a group made with another model is not asked. */
  public static final String MODEL = "azure/recognition_04";

  private final AzureSettings settings;
  private final IdentifySettings identify;
  private final Lease<SharedIdentifyContext> hold;
  private final ResourceLease lease;
  private final InstantSource clock;
  private final Map<String, ResourcePersonGroup> groups;
  private final FaceIdIdentifier faceQuestion;
  private final ResourceFailover<AzureIdentifyResult> round;

  private AzureIdentifier(
      AzureSettings settings, Lease<SharedIdentifyContext> hold, InstantSource clock) {
    this.settings = settings;
    this.identify = settings.identify();
    this.hold = hold;
    this.lease = hold.value().lease();
    this.clock = clock;
    this.groups = hold.value().groups();
    this.faceQuestion = new FaceIdIdentifier(identify, clock);
    this.round = new ResourceFailover<>(lease, r -> group(r).hindrance().free(), clock);
  }

  private ResourcePersonGroup group(FaceResource resource) {
    return Objects.requireNonNull(groups.get(resource.name()));
  }

  /**
   * All that are opened with the same settings share calls, names, and what stands in the way.
   *
   * @throws IllegalStateException if no resource is configured, or a key would travel in the clear
   */
  public static AzureIdentifier open(AzureSettings settings) {
    return new AzureIdentifier(
        settings, SharedIdentifyContext.acquire(settings), InstantSource.system());
  }

  /**
   * One that shares nothing but the resources' budgets.
   *
   * @param clock of lifetimes and of what is looked up again
   * @throws IllegalStateException as above
   */
  public static AzureIdentifier open(AzureSettings settings, InstantSource clock) {
    return new AzureIdentifier(settings, SharedIdentifyContext.unshared(settings, clock), clock);
  }

  /** Over resources of a test, in whose time it lives. */
  static AzureIdentifier over(ResourceLease lease, AzureSettings settings, InstantSource clock) {
    Lease<SharedIdentifyContext> hold =
        SharedIdentifyContext.unshared(SharedIdentifyContext.of(lease, settings, clock));
    return new AzureIdentifier(settings, hold, clock);
  }

  /** For a person who is there now: no waiting while the service is away. */
  public CallOptions options(CallPriority priority) {
    return CallOptions.of(priority, identify.patience());
  }

  /** For recordings and photos: waits while the service is away. */
  public CallOptions patientOptions(CallPriority priority) {
    return CallOptions.of(priority, identify.recordedPatience()).waitingOut();
  }

  /**
   * Whether the groups of the resources can identify, in the order of the settings: a call each.
   * Never fails. What is found is not found out again by questions.
   */
  public CompletableFuture<List<GroupReadinessCheck.Result>> check() {
    List<CompletableFuture<GroupReadinessCheck.Result>> checks =
        groups.values().stream().map(group -> group.check(settings)).toList();
    return CompletableFuture.allOf(checks.toArray(CompletableFuture[]::new))
        .thenApply(done -> checks.stream().map(CompletableFuture::join).toList());
  }

  /**
   * Identifies a face that was found elsewhere: a detection and a part of an identification. Where
   * a resource cannot answer, another one is asked.
   *
   * @param options their tally is not used
   */
  public CompletableFuture<AzureIdentifyResult> identify(FaceShot shot, CallOptions options) {
    return round.ask(new ShotIdentifyRequest(shot, settings, groups, clock), options);
  }

  /**
   * Asks about a face the service has found itself: a part of an identification, by the resource
   * that has found it.
   *
   * @param options their tally is not used
   */
  public CompletableFuture<AzureIdentifyResult> identify(ServiceFace face, CallOptions options) {
    ResourcePersonGroup group = groups.get(face.resource());
    if (group == null) {
      String text =
          face.resource() + ", which found this face, is not among the resources any more.";
      return CompletableFuture.completedFuture(
          AzureIdentifyResult.without(
              InquiryOutcome.FAILED, text, face.attributes(), 0, face.resource()));
    }
    return group.unlessHindered(
        () ->
            faceQuestion
                .ask(group, face, options)
                .exceptionally(
                    failure ->
                        IdentifyErrorMapper.answer(
                            failure, face.attributes(), 0, group.resource())));
  }

  /** Whether any resource can be asked; else since when and why not. */
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
}
