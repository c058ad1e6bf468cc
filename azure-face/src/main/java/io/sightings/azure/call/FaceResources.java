package io.sightings.azure.call;

import com.azure.core.credential.TokenCredential;
import io.sightings.azure.settings.AzureSettings;
import io.sightings.azure.settings.ResourceSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Face resources of this JVM: opened with the first lease, closed with the last. All users of
 * the same resource shares its budget.
 */
public final class FaceResources {
  private static final Logger LOG = LoggerFactory.getLogger(FaceResources.class);
  private static final FaceResources SHARED = new FaceResources(EntraCredentials::chain);

  private final Map<ResourceSettings, Held> held = new HashMap<>();
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

  synchronized ResourceLease lease(AzureSettings settings) {
    List<ResourceSettings> wanted = settings.resources();
    List<FaceResource> resources = new ArrayList<>();
    try {
      for (ResourceSettings each : wanted) {
        resources.add(one(settings, each));
      }
    } catch (RuntimeException e) {
      wanted.subList(0, resources.size()).forEach(this::release);
      throw e;
    }
    return new ResourceLease(resources, () -> wanted.forEach(this::release));
  }

  private FaceResource one(AzureSettings settings, ResourceSettings resource) {
    Terms terms = new Terms(settings);
    Held one =
        held.computeIfAbsent(
            resource,
            key -> new Held(FaceResource.open(name(key), settings, key, identity), terms));
    if (!one.terms.equals(terms)) {
      LOG.warn(
          "{} is in use already with other settings of budget, outage or timeout; those stay in force.",
          resource.host());
    }
    one.leases++;
    return one.resource;
  }

  /** Regional endpoints have one host for many resources. */
  private String name(ResourceSettings resource) {
    String host = resource.host();
    Set<String> taken =
        held.values().stream().map(each -> each.resource.name()).collect(Collectors.toSet());
    String name = host;
    for (int number = 2; taken.contains(name); number++) {
      name = host + "#" + number;
    }
    return name;
  }

  private synchronized void release(ResourceSettings resource) {
    Held one = held.get(resource);
    one.leases--;
    if (one.leases == 0) {
      held.remove(resource);
      one.resource.close();
    }
  }

  private record Terms(Object budget, Object outage, Duration timeout) {
    Terms(AzureSettings settings) {
      this(settings.budget(), settings.outage(), settings.timeout());
    }
  }

  private static final class Held {
    private final FaceResource resource;
    private final Terms terms;
    private int leases;

    Held(FaceResource resource, Terms terms) {
      this.resource = resource;
      this.terms = terms;
    }
  }
}
