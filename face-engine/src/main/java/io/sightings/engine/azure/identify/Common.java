package io.sightings.engine.azure.identify;

import io.sightings.engine.azure.call.FaceResources;
import io.sightings.engine.azure.call.ResourceLease;
import io.sightings.engine.azure.settings.AzureSettings;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What all who ask with the same settings have in common: faces share calls, and names, troubles
 * and approval are found out once.
 */
final class Common {
  private final ResourceLease lease;
  private final Map<String, GroupOfResource> groups;
  private final Approval approval;

  private Common(ResourceLease lease, Map<String, GroupOfResource> groups, InstantSource clock) {
    this.lease = lease;
    this.groups = Collections.unmodifiableMap(groups);
    this.approval = new Approval(clock);
  }

  /**
   * @throws IllegalStateException if no resource is configured, or a key would travel in the clear
   */
  static Common open(AzureSettings settings, InstantSource clock) {
    return of(FaceResources.acquire(settings), settings, clock);
  }

  static Common of(ResourceLease lease, AzureSettings settings, InstantSource clock) {
    Map<String, GroupOfResource> groups = new LinkedHashMap<>();
    lease.all().forEach(r -> groups.put(r.name(), new GroupOfResource(r, settings, clock)));
    return new Common(lease, groups, clock);
  }

  ResourceLease lease() {
    return lease;
  }

  /** By the resources' names, in the order of the settings. */
  Map<String, GroupOfResource> groups() {
    return groups;
  }

  Approval approval() {
    return approval;
  }
}
