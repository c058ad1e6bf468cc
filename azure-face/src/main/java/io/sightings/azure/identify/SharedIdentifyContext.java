package io.sightings.azure.identify;

import io.sightings.azure.call.FaceResources;
import io.sightings.azure.call.ResourceLease;
import io.sightings.azure.settings.AzureSettings;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What all who ask with the same settings have in common: faces share calls, and names, troubles
 * and approval are found out once.
 */
final class SharedIdentifyContext {
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
}
