package io.sightings.contract.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills ${NAME} and ${NAME:default} in texts from the environment, which is where secrets live. */
final class Placeholders {
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::([^}]*))?}");

  private final Map<String, String> environment;

  Placeholders(Map<String, String> environment) {
    this.environment = environment;
  }

  JsonNode fill(JsonNode node, String path) {
    if (node instanceof ObjectNode object) {
      object.properties().forEach(e -> e.setValue(fill(e.getValue(), path + "." + e.getKey())));
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
    Matcher matcher = PLACEHOLDER.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (matcher.find()) {
      String value = environment.getOrDefault(matcher.group(1), matcher.group(2));
      if (value == null) {
        throw new SettingsException(
            path.substring(1)
                + " needs the environment variable "
                + matcher.group(1)
                + ", which is not set");
      }
      matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(filled).toString();
  }
}
