package io.sightings.contract.settings;

import java.util.Locale;
import java.util.Map;

/**
 * Every key that has a default can be set by a variable of its name:
 * SIGHTINGS_KAFKA_BOOTSTRAP_SERVERS is kafka.bootstrapServers. Variables that name no key are not
 * errors, for they may be meant for another program; empty ones are as good as none, because that
 * is how containers pass on what is not set.
 */
final class EnvironmentOverrides {
  private static final String PREFIX = "SIGHTINGS_";

  private final Map<String, String> environment;

  EnvironmentOverrides(Map<String, String> environment) {
    this.environment = environment;
  }

  void applyTo(SettingsTree tree) {
    for (String key : tree.knownKeys()) {
      String variable = variable(key);
      String value = environment.get(variable);
      if (value != null && !value.isBlank()) {
        tree.set("environment variable " + variable, key, value);
      }
    }
  }

  static String variable(String key) {
    String words = key.replaceAll("([a-z0-9])([A-Z])", "$1_$2").replaceAll("[^A-Za-z0-9]", "_");
    return PREFIX + words.toUpperCase(Locale.ROOT);
  }
}
