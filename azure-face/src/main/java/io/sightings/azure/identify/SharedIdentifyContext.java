package io.sightings.azure.identify;

import io.sightings.azure.call.FaceResources;
import io.sightings.azure.call.ResourceLease;
import io.sightings.azure.settings.AzureSettings;
import io.sightings.contract.lease.SharedValues;
import io.sightings.contract.lease.SharedValues.Lease;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What all who ask with the same settings have in common: faces share calls, and names, troubles
 * and approval are found out once.
 */
final class SharedIdentifyContext {
  private static final SharedValues<AzureSettings, SharedIdentifyContext> SHARED =
      new SharedValues<>(context -> context.lease().close());

  private final ResourceLease lease;
  private final Map<String, ResourcePersonGroup> groups;
  private final FaceIdApproval approval;

  private SharedIdentifyContext(
      ResourceLease lease, Map<String, ResourcePersonGroup> groups, InstantSource clock) {
    this.lease = lease;
    this.groups = Collections.unmodifiableMap(groups);
    this.approval = new FaceIdApproval(clock);
  }

  /**
   * @throws IllegalStateException if no resource is configured, or a key would travel in the clear
   */
  static SharedIdentifyContext open(AzureSettings settings, InstantSource clock) {
    return of(FaceResources.acquire(settings), settings, clock);
  }

  static SharedIdentifyContext of(
      ResourceLease lease, AzureSettings settings, InstantSource clock) {
    Map<String, ResourcePersonGroup> groups = new LinkedHashMap<>();
    lease.all().forEach(r -> groups.put(r.name(), new ResourcePersonGroup(r, settings, clock)));
    return new SharedIdentifyContext(lease, groups, clock);
  }

  ResourceLease lease() {
    return lease;
  }

  /** By the resources' names, in the order of the settings. */
  Map<String, ResourcePersonGroup> groups() {
    return groups;
  }

  FaceIdApproval approval() {
    return approval;
  }

  /**
   * The context of this JVM: equal settings share calls, names, and known blockers.
   *
   * @throws IllegalStateException if no resource is configured, or a key would travel in the clear
   */
  static Lease<SharedIdentifyContext> acquire(AzureSettings settings) {
    return SHARED.acquire(settings, key -> open(key, InstantSource.system()));
  }

  /** A context with another clock, which shares nothing but the resources. */
  static Lease<SharedIdentifyContext> unshared(AzureSettings settings, InstantSource clock) {
    return unshared(open(settings, clock));
  }

  static Lease<SharedIdentifyContext> unshared(SharedIdentifyContext own) {
    return Lease.unshared(own, own.lease()::close);
  }
}
