package io.sightings.contract.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The defaults with what was said laid over them, and who said it. */
final class SettingsTree {
  private final ObjectMapper mapper;
  private final String file;
  private final ObjectNode root;
  private final List<String> knownKeys = new ArrayList<>();
  private final Map<String, String> origins = new HashMap<>();

  SettingsTree(ObjectMapper mapper, String file, Object defaults) {
    this.mapper = mapper;
    this.file = file;
    this.root = mapper.valueToTree(defaults);
    collect(root, "");
  }

  private void collect(ObjectNode node, String prefix) {
    node.properties()
        .forEach(
            entry -> {
              String key = prefix + entry.getKey();
              if (entry.getValue() instanceof ObjectNode section && !section.isEmpty()) {
                collect(section, key + ".");
              } else {
                knownKeys.add(key);
              }
            });
  }

  /** Every key that has a default, as {@code section.key}; sections themselves are left out. */
  List<String> knownKeys() {
    return knownKeys;
  }

  void merge(ObjectNode said) {
    merge(root, said);
  }

  private static void merge(ObjectNode into, ObjectNode from) {
    from.properties()
        .forEach(
            entry -> {
              JsonNode old = into.get(entry.getKey());
              JsonNode said = entry.getValue();
              // Free maps are empty by default, so that merging replaces them as lists are.
              if (old instanceof ObjectNode a && said instanceof ObjectNode b) {
                merge(a, b);
              } else if (old == null || !said.isNull()) {
                // A known key with nothing after it keeps its default.
                into.set(entry.getKey(), said);
              }
            });
  }

  /**
   * @param origin who says it, named in errors
   * @param key the path, such as {@code sighting.gap}
   * @param text a plain text; for a list also {@code a,b}; YAML where it starts with [ or {
   */
  void set(String origin, String key, String text) {
    String[] steps = key.split("\\.", -1);
    ObjectNode at = root;
    String path = "";
    for (int i = 0; i < steps.length - 1; i++) {
      path += (path.isEmpty() ? "" : ".") + steps[i];
      JsonNode next = at.get(steps[i]);
      if (next == null || next.isNull()) {
        at = at.putObject(steps[i]);
        origins.put(path, origin);
      } else if (next instanceof ObjectNode section) {
        at = section;
      } else {
        throw new SettingsException(
            origin + ": " + path + " has no keys of its own, it can only be set as a whole");
      }
    }
    String last = steps[steps.length - 1];
    origins.put(key, origin);
    try {
      JsonNode value = value(at.get(last), text.strip());
      merge(at, mapper.createObjectNode().set(last, value));
    } catch (JsonProcessingException e) {
      throw new SettingsException(origin + ": " + key + ": " + YamlFile.fault(e), e);
    }
  }

  private JsonNode value(JsonNode old, String text) throws JsonProcessingException {
    boolean single = old != null && old.isValueNode() && !old.isNull();
    if (!single && (text.startsWith("[") || text.startsWith("{"))) {
      return mapper.readTree(text);
    }
    if (!(old instanceof ArrayNode)) {
      return TextNode.valueOf(text);
    }
    ArrayNode list = mapper.createArrayNode();
    if (!text.isEmpty()) {
      for (String element : text.split(",", -1)) {
        list.add(element.strip());
      }
    }
    return list;
  }

  <T> T bind(Class<T> type) {
    try {
      return mapper.treeToValue(root, type);
    } catch (JsonProcessingException e) {
      SettingsFault fault = SettingsFault.of(e, this);
      throw new SettingsException(origin(fault.path()) + ": " + fault.text(), e);
    }
  }

  /** Who set this key or the section it is in. */
  private String origin(String path) {
    for (String at = path; !at.isEmpty(); at = at.substring(0, Math.max(at.lastIndexOf('.'), 0))) {
      String list = at.replaceFirst("\\[\\d+]$", "");
      String origin = origins.getOrDefault(at, origins.get(list));
      if (origin != null) {
        return origin;
      }
    }
    return file;
  }

  /** What is said at a path such as {@code sources[0].url}; a missing node where nothing is. */
  JsonNode at(String path) {
    JsonNode node = root;
    for (String step : path.split("[.\\[]")) {
      boolean index = step.endsWith("]");
      node = index ? node.path(Integer.parseInt(step.replace("]", ""))) : node.path(step);
    }
    return path.isEmpty() ? MissingNode.getInstance() : node;
  }

  /** How a constant is written in a settings file. */
  String written(Object constant) {
    return mapper.valueToTree(constant).asText();
  }
}
