package io.sightings.contract.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Settings are records; a YAML file says only what differs from their defaults, an environment
 * variable such as {@code SIGHTINGS_SIGHTING_GAP} wins over the file, and key=value pairs from the
 * command line win over both. Unknown keys and bad values are errors that name where they come
 * from, the key, the value and what is allowed.
 */
public final class SettingsLoader {
  private static final Pattern OVERRIDE =
      Pattern.compile("\\s*([^.=\\s]+(?:\\.[^.=\\s]+)*)\\s*=(.*)", Pattern.DOTALL);

  private final ObjectMapper mapper = SettingsMapper.create();
  private final Map<String, String> environment;

  /**
   * @param environment what ${NAME} in a text stands for, and what overrides keys; usually {@link
   *     System#getenv()}
   */
  public SettingsLoader(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * @throws SettingsException if the file cannot be read or anything in it cannot be used
   */
  public <T> T load(Path file, T defaults, List<String> overrides) {
    return parse(file.toString(), YamlFile.read(file), defaults, overrides);
  }

  /**
   * @param origin named in errors, such as the file
   * @param yaml the settings that differ from the defaults
   * @param defaults the settings where the YAML is silent
   * @param overrides key=value pairs that win over the YAML, such as {@code sighting.gap=10s}
   * @throws SettingsException if anything in them cannot be used
   */
  public <T> T parse(String origin, String yaml, T defaults, List<String> overrides) {
    SettingsTree tree = new SettingsTree(mapper, origin, defaults);
    tree.merge(said(origin, yaml));
    new EnvironmentOverrides(environment).applyTo(tree);
    for (String override : overrides) {
      Matcher pair = OVERRIDE.matcher(override);
      if (!pair.matches()) {
        throw new SettingsException(
            "--set " + override + ": allowed is key=value, such as sighting.gap=10s");
      }
      tree.set("--set", pair.group(1), pair.group(2));
    }
    @SuppressWarnings("unchecked")
    T bound = (T) tree.bind(defaults.getClass());
    return bound;
  }

  private ObjectNode said(String origin, String yaml) {
    JsonNode said;
    try {
      said = mapper.readTree(yaml);
    } catch (JsonProcessingException e) {
      throw new SettingsException(origin + ": " + YamlFile.fault(e), e);
    }
    if (said == null || said.isMissingNode() || said.isNull()) {
      return mapper.createObjectNode();
    }
    if (!(said instanceof ObjectNode keys)) {
      String kind = said.getNodeType().name().toLowerCase(Locale.ROOT);
      String found = said.isArray() ? "list" : kind.equals("string") ? "text" : kind;
      throw new SettingsException(
          origin + ": the file is a " + found + ", allowed is keys and values");
    }
    try {
      new EnvironmentPlaceholders(environment).fill(keys, "");
    } catch (SettingsException e) {
      throw new SettingsException(origin + ": " + e.getMessage(), e);
    }
    return keys;
  }

  /** The keys of a file, so that a test can hold that it names them all. */
  public JsonNode tree(Path file) throws IOException {
    return mapper.readTree(Files.readString(file));
  }

  /** Settings as a file would have them, with enums in lower case and durations as texts. */
  public JsonNode tree(Object settings) {
    return mapper.valueToTree(settings);
  }
}
