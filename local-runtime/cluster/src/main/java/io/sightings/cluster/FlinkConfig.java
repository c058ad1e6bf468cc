package io.sightings.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.sightings.process.LocalRuntimeException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Flink's settings by their full names, such as {@code taskmanager.numberOfTaskSlots}. Immutable.
 */
public final class FlinkConfig {
  private static final YAMLMapper YAML = new YAMLMapper();

  private final SortedMap<String, String> values;

  private FlinkConfig(SortedMap<String, String> values) {
    this.values = values;
  }

  static FlinkConfig empty() {
    return new FlinkConfig(new TreeMap<>());
  }

  /** Reads a {@code config.yaml}, nested or flat. */
  public static FlinkConfig read(Path yaml) {
    try {
      SortedMap<String, String> values = new TreeMap<>();
      flatten("", YAML.readTree(yaml.toFile()), values);
      return new FlinkConfig(values);
    } catch (IOException e) {
      throw new LocalRuntimeException(
          "Flink's settings " + yaml + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static void flatten(String prefix, JsonNode node, Map<String, String> into) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              child ->
                  flatten(
                      prefix.isEmpty() ? child.getKey() : prefix + "." + child.getKey(),
                      child.getValue(),
                      into));
    } else if (node.isArray()) {
      into.put(
          prefix,
          StreamSupport.stream(node.spliterator(), false)
              .map(JsonNode::asText)
              .collect(Collectors.joining(";")));
    } else if (!node.isNull() && !node.isMissingNode()) {
      into.put(prefix, node.asText());
    }
  }

  /** Others in the place of these; an empty value leaves the key out. */
  FlinkConfig with(Map<String, String> others) {
    SortedMap<String, String> all = new TreeMap<>(values);
    others.forEach(
        (key, value) -> {
          if (value.isEmpty()) {
            all.remove(key);
          } else {
            all.put(key, value);
          }
        });
    return new FlinkConfig(all);
  }

  /**
   * @return an empty text where the key is not set
   */
  public String get(String key) {
    return values.getOrDefault(key, "");
  }

  /** The options of a JVM under a key such as {@code env.java.opts.all}. */
  List<String> options(String key) {
    return Arrays.stream(get(key).strip().split("\\s+")).filter(word -> !word.isEmpty()).toList();
  }

  /** Writes it as {@code config.yaml}, flat. */
  void write(Path file) throws IOException {
    YAML.writeValue(file.toFile(), values);
  }
}
