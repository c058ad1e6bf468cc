package io.sightings.contract.settings;

import static java.util.regex.Matcher.quoteReplacement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Fills ${NAME} and ${NAME:default} in texts from the environment, which is where secrets live. */
final class EnvironmentPlaceholders {
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::([^${}]*))?}");

  private final Map<String, String> environment;

  EnvironmentPlaceholders(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * @param path of the node, empty for the root
   */
  JsonNode fill(JsonNode node, String path) {
    if (node instanceof ObjectNode object) {
      String prefix = path.isEmpty() ? "" : path + ".";
      object.properties().forEach(e -> e.setValue(fill(e.getValue(), prefix + e.getKey())));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, fill(array.get(i), path + "[" + i + "]"));
      }
    } else if (node.isTextual() && node.textValue().contains("${")) {
      return TextNode.valueOf(fillText(node.textValue(), path));
    }
    return node;
  }

  private String fillText(String text, String path) {
    if (PLACEHOLDER.matcher(text).replaceAll("").contains("${")) {
      throw new SettingsException(
          path
              + " is \""
              + SecretKeys.shown(path, text)
              + "\", allowed is ${NAME} or ${NAME:default}");
    }
    return PLACEHOLDER.matcher(text).replaceAll(match -> quoteReplacement(value(match, path)));
  }

  private String value(MatchResult placeholder, String path) {
    String name = placeholder.group(1);
    String value = environment.getOrDefault(name, placeholder.group(2));
    if (value == null) {
      throw new SettingsException(
          path
              + " needs the environment variable "
              + name
              + ", which is not set; set it, or give a default: ${"
              + name
              + ":default}");
    }
    return value;
  }
}
