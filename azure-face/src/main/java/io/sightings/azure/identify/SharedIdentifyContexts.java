package io.sightings.azure.identify;

import io.sightings.azure.settings.AzureSettings;
import io.sightings.contract.lease.SharedValues;
import io.sightings.contract.lease.SharedValues.Lease;
import java.time.InstantSource;

/** The clients of this JVM: equal settings share calls, names, and known blockers. */
final class SharedIdentifyContexts {
  private static final SharedValues<AzureSettings, SharedIdentifyContext> CLIENTS =
      new SharedValues<>(client -> client.lease().close());

  private SharedIdentifyContexts() {}

  /**
   * @throws IllegalStateException if no resource is configured, or a key would travel in the clear
   */
  static Lease<SharedIdentifyContext> acquire(AzureSettings settings) {
    return CLIENTS.acquire(
        settings, key -> SharedIdentifyContext.open(key, InstantSource.system()));
  }

  /** A client with another clock, which shares nothing but the resources. */
  static Lease<SharedIdentifyContext> unshared(AzureSettings settings, InstantSource clock) {
    return unshared(SharedIdentifyContext.open(settings, clock));
  }

  static Lease<SharedIdentifyContext> unshared(SharedIdentifyContext own) {
    return Lease.unshared(own, own.lease()::close);
  }
}
