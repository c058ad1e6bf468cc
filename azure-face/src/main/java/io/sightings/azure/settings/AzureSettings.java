package io.sightings.azure.settings;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything the Azure path can be told.
 *
 * @param endpoint of the Face resource; empty where Azure is not used
 * @param key from the environment, as in {@code ${AZURE_FACE_KEY}}; empty signs in with Entra ID
 * @param keyFile a file that holds the key, read by the process that asks: so the key is in no job
 *     graph; empty for none
 * @param others further resources, for more calls in a second; each has its own group and people
 * @param plainHttp lets keys travel unencrypted to other machines, for a stand-in in a network of
 *     your own
 * @param group id of the large person group people are searched in
 * @param timeout of one call
 */
@RecordBuilder
public record AzureSettings(
    String endpoint,
    String key,
    String keyFile,
    List<ResourceSettings> others,
    boolean plainHttp,
    String group,
    Duration timeout,
    BudgetSettings budget,
    OutageSettings outage,
    IdentifySettings identify,
    EnrolmentSettings enrol)
    implements Serializable, AzureSettingsBuilder.With {

  public static final AzureSettings DEFAULT =
      new AzureSettings(
          "",
          "",
          "",
          List.of(),
          false,
          "sightings",
          Duration.ofSeconds(10),
          BudgetSettings.DEFAULT,
          OutageSettings.DEFAULT,
          IdentifySettings.DEFAULT,
          EnrolmentSettings.DEFAULT);

  public AzureSettings {
    ResourceSettings first = new ResourceSettings(endpoint, key, keyFile);
    endpoint = first.endpoint();
    key = first.key();
    keyFile = first.keyFile();
    others = others == null ? List.of() : List.copyOf(others);
    SettingRules.that(
        group != null && group.matches("[a-z0-9_-]{1,64}"),
        "group",
        "\"" + group + "\"",
        "1 to 64 lower-case letters, digits, - and _");
    SettingRules.range("timeout", timeout, Duration.ofMillis(100), Duration.ofMinutes(5));
    SettingRules.that(
        others.isEmpty() || !endpoint.isEmpty(),
        "endpoint",
        "empty",
        "an address where there are others");
    Set<ResourceSettings> seen = new HashSet<>(Set.of(first));
    for (ResourceSettings other : others) {
      SettingRules.that(
          !other.endpoint().isEmpty(), "others", "without an endpoint", "an endpoint in each");
      SettingRules.that(
          seen.add(other), "others", "naming " + other.endpoint() + " twice", "each resource once");
    }
  }

  /** Whether Azure is to be used at all. */
  public boolean configured() {
    return !endpoint.isEmpty();
  }

  /**
   * All resources, the first included.
   *
   * @throws IllegalStateException if none is configured
   */
  public List<ResourceSettings> resources() {
    if (!configured()) {
      throw new IllegalStateException(
          "azure.endpoint is empty: set it to that of your Face resource, such as"
              + " https://NAME.cognitiveservices.azure.com, and AZURE_FACE_KEY to its key.");
    }
    List<ResourceSettings> all =
        new ArrayList<>(List.of(new ResourceSettings(endpoint, key, keyFile)));
    all.addAll(others);
    return all;
  }

  public AzureSettings withResource(String otherEndpoint, String otherKey) {
    return new AzureSettings(
        otherEndpoint,
        otherKey,
        "",
        others,
        plainHttp,
        group,
        timeout,
        budget,
        outage,
        identify,
        enrol);
  }

  @Override
  public String toString() {
    return "AzureSettings[endpoint=%s, key=%s, keyFile=%s, others=%s, group=%s, budget=%s]"
        .formatted(endpoint, key.isEmpty() ? "" : "***", keyFile, others, group, budget);
  }
}
