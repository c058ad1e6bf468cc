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
final class IdentifyClient {
  private final ResourceLease lease;
  private final Map<String, ResourceGroup> groups;
  private final FaceIdApproval approval;

  private IdentifyClient(
      ResourceLease lease, Map<String, ResourceGroup> groups, InstantSource clock) {
    this.lease = lease;
    this.groups = Collections.unmodifiableMap(groups);
    this.approval = new FaceIdApproval(clock);
  }

  /**
   * @throws IllegalStateException if no resource is configured, or a key would travel in the clear
   */
  static IdentifyClient open(AzureSettings settings, InstantSource clock) {
    return of(FaceResources.acquire(settings), settings, clock);
  }

  static IdentifyClient of(ResourceLease lease, AzureSettings settings, InstantSource clock) {
    Map<String, ResourceGroup> groups = new LinkedHashMap<>();
    lease.all().forEach(r -> groups.put(r.name(), new ResourceGroup(r, settings, clock)));
    return new IdentifyClient(lease, groups, clock);
  }

  ResourceLease lease() {
    return lease;
  }

  /** By the resources' names, in the order of the settings. */
  Map<String, ResourceGroup> groups() {
    return groups;
  }

  FaceIdApproval approval() {
    return approval;
  }
}
