package io.sightings.azure.identify;

import io.sightings.azure.settings.AzureSettings;
import io.sightings.contract.lease.SharedValues;
import io.sightings.contract.lease.SharedValues.Lease;
import java.time.InstantSource;

/** The clients of this JVM: equal settings share calls, names, and known blockers. */
final class SharedClients {
  private static final SharedValues<AzureSettings, IdentifyClient> CLIENTS =
      new SharedValues<>(client -> client.lease().close());

  private SharedClients() {}

  /**
   * @throws IllegalStateException if no resource is configured, or a key would travel in the clear
   */
  static Lease<IdentifyClient> acquire(AzureSettings settings) {
    return CLIENTS.acquire(settings, key -> IdentifyClient.open(key, InstantSource.system()));
  }

  /** A client with another clock, which shares nothing but the resources. */
  static Lease<IdentifyClient> unshared(AzureSettings settings, InstantSource clock) {
    return unshared(IdentifyClient.open(settings, clock));
  }

  static Lease<IdentifyClient> unshared(IdentifyClient own) {
    return Lease.unshared(own, own.lease()::close);
  }
}
