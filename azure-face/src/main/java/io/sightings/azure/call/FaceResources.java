package io.sightings.azure.call;

import com.azure.core.credential.TokenCredential;
import io.sightings.azure.settings.AzureSettings;
import io.sightings.azure.settings.BudgetSettings;
import io.sightings.azure.settings.OutageSettings;
import io.sightings.azure.settings.ResourceSettings;
import io.sightings.contract.lease.SharedValues;
import io.sightings.contract.lease.SharedValues.Lease;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Face resources of this JVM: opened with the first lease, closed with the last. All users of
 * the same resource shares its budget.
 */
public final class FaceResources {
  private static final Logger LOG = LoggerFactory.getLogger(FaceResources.class);
  private static final FaceResources SHARED = new FaceResources(EntraCredentials::chain);

  private final SharedValues<ResourceSettings, OpenResource> resources =
      new SharedValues<>(this::close);
  private final Set<String> names = ConcurrentHashMap.newKeySet();
  private final Supplier<TokenCredential> identity;

  FaceResources(Supplier<TokenCredential> identity) {
    this.identity = identity;
  }

  /**
   * Leases the resources of these settings. Budget, outage and timeout are those of the first lease
   * on a resource, as long as any lasts.
   *
   * @throws IllegalStateException if no resource is configured, or a key would travel in the clear
   */
  public static ResourceLease acquire(AzureSettings settings) {
    return SHARED.lease(settings);
  }

  ResourceLease lease(AzureSettings settings) {
    List<Lease<OpenResource>> leases = new ArrayList<>();
    Runnable release = () -> leases.forEach(Lease::close);
    try {
      for (ResourceSettings each : settings.resources()) {
        leases.add(one(settings, each));
      }
    } catch (RuntimeException e) {
      release.run();
      throw e;
    }
    return new ResourceLease(
        leases.stream().map(each -> each.value().resource()).toList(), release);
  }

  private Lease<OpenResource> one(AzureSettings settings, ResourceSettings resource) {
    Terms terms = new Terms(settings.budget(), settings.outage(), settings.timeout());
    Lease<OpenResource> lease =
        resources.acquire(
            resource,
            key -> {
              FaceResource opened = FaceResource.open(name(key), settings, key, identity);
              names.add(opened.name());
              return new OpenResource(opened, terms);
            });
    if (!lease.value().terms().equals(terms)) {
      LOG.warn(
          "{} is in use already with other settings of budget, outage or timeout; those stay in force.",
          resource.host());
    }
    return lease;
  }

  /** Regional endpoints have one host for many resources. */
  private String name(ResourceSettings resource) {
    String host = resource.host();
    String name = host;
    for (int number = 2; names.contains(name); number++) {
      name = host + "#" + number;
    }
    return name;
  }

  private void close(OpenResource one) {
    one.resource().close();
    names.remove(one.resource().name());
  }

  /** What a resource is used under. */
  private record Terms(BudgetSettings budget, OutageSettings outage, Duration timeout) {}

  private record OpenResource(FaceResource resource, Terms terms) {}
}
