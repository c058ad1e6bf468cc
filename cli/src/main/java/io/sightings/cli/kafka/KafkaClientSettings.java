package io.sightings.cli.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sightings.contract.security.KafkaSecurity;
import io.sightings.contract.settings.SettingChecks;
import io.sightings.contract.settings.SettingsException;
import io.sightings.contract.settings.SettingsLoader;
import io.sightings.toolkit.topics.KafkaAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a command needs of the settings of job or ingestor: the way to Kafka. */
record KafkaClientSettings(Kafka kafka) {
  private static final List<String> KEYS = List.of("bootstrap", "security", "properties");

  /** The keys of the block that are the same in all programs. */
  record Kafka(String bootstrap, KafkaSecurity security, Map<String, String> properties) {
    Kafka {
      SettingChecks.notBlank("bootstrap", bootstrap);
      properties = properties == null ? Map.of() : Map.copyOf(properties);
    }
  }

  private static KafkaClientSettings defaults() {
    return new KafkaClientSettings(new Kafka("localhost:9092", KafkaSecurity.none(), Map.of()));
  }

  /**
   * @param config a settings file, of which the block kafka counts; null for none
   * @param bootstrap wins over all; null for none
   * @throws SettingsException naming the file and the key
   */
  static KafkaAccess broker(Path config, String bootstrap) {
    SettingsLoader loader = new SettingsLoader(System.getenv());
    String origin = config == null ? "environment" : config.toString();
    String yaml = config == null ? "" : block(loader, config);
    Kafka kafka = loader.parse(origin, yaml, defaults(), List.of()).kafka();
    kafka.security().requireFiles();
    return new KafkaAccess(
        bootstrap == null ? kafka.bootstrap() : bootstrap, kafka.security(), kafka.properties());
  }

  private static String block(SettingsLoader loader, Path config) {
    if (!Files.isReadable(config)) {
      throw new SettingsException(config + ": there is no such file, or it may not be read");
    }
    try {
      JsonNode tree = loader.tree(config);
      ObjectNode kept = tree.path("kafka").isObject() ? tree.path("kafka").deepCopy() : null;
      // JSON is YAML; what other programs need is not this one's to judge.
      return kept == null ? "" : "{\"kafka\": " + kept.retain(KEYS) + "}";
    } catch (JsonProcessingException e) {
      // Its message would quote the lines around the fault, passwords and all.
      String line = e.getLocation() == null ? "it" : "line " + e.getLocation().getLineNr();
      throw new SettingsException(config + ": " + line + " is not YAML", e);
    } catch (IOException e) {
      throw new SettingsException(config + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
