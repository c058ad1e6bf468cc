package io.sightings.contract.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Settings are records; a YAML file says only what differs from their defaults. Unknown keys and
 * bad values are errors that name the file, the key, the value and what is allowed.
 */
public final class SettingsLoader {
  private final ObjectMapper mapper =
      YAMLMapper.builder()
          .addModule(new SettingTypes())
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .withCoercionConfig(
              LogicalType.Integer,
              c -> c.setCoercion(CoercionInputShape.Float, CoercionAction.Fail))
          .build();
  private final Map<String, String> environment;

  /**
   * @param environment what ${NAME} in a text stands for; usually {@link System#getenv()}
   */
  public SettingsLoader(Map<String, String> environment) {
    this.environment = environment;
  }

  public <T> T load(Path file, T defaults, List<String> overrides) {
    try {
      return parse(file.toString(), Files.readString(file), defaults, overrides);
    } catch (NoSuchFileException e) {
      throw new SettingsException(file + ": there is no such file", e);
    } catch (IOException e) {
      throw new SettingsException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * @param origin named in errors, such as the file
   * @param yaml the settings that differ from the defaults
   * @param defaults the settings where the YAML is silent
   * @param overrides key=value pairs that win over the YAML, such as {@code sighting.gap=10s}
   */
  public <T> T parse(String origin, String yaml, T defaults, List<String> overrides) {
    try {
      JsonNode said = mapper.readTree(yaml);
      ObjectNode settings = mapper.valueToTree(defaults);
      if (said != null && !said.isMissingNode() && !said.isNull()) {
        if (!(said instanceof ObjectNode object)) {
          throw new SettingsException(origin + ": expected keys and values");
        }
        new Placeholders(environment).fill(object, "");
        merge(settings, object);
      }
      for (String override : overrides) {
        override(settings, override);
      }
      @SuppressWarnings("unchecked")
      T bound = (T) mapper.treeToValue(settings, defaults.getClass());
      return bound;
    } catch (JsonProcessingException e) {
      throw new SettingsException(origin + ": " + new Fault(e).text(), e);
    } catch (SettingsException e) {
      throw e.getMessage().startsWith(origin)
          ? e
          : new SettingsException(origin + ": " + e.getMessage(), e);
    }
  }

  /** The keys of a file, so that a test can hold that it names them all. */
  public JsonNode tree(Path file) throws IOException {
    return mapper.readTree(Files.readString(file));
  }

  public JsonNode tree(Object settings) {
    return mapper.valueToTree(settings);
  }

  private static void merge(ObjectNode into, ObjectNode from) {
    from.properties()
        .forEach(
            entry -> {
              JsonNode old = into.get(entry.getKey());
              // Free maps are empty by default, so that merging replaces them as lists are.
              if (old instanceof ObjectNode a && entry.getValue() instanceof ObjectNode b) {
                merge(a, b);
              } else {
                into.set(entry.getKey(), entry.getValue());
              }
            });
  }

  private void override(ObjectNode settings, String override) throws JsonProcessingException {
    int equals = override.indexOf('=');
    if (equals <= 0) {
      throw new SettingsException("--set " + override + ": expected key=value");
    }
    String[] path = override.substring(0, equals).strip().split("\\.", -1);
    ObjectNode at = settings;
    for (int i = 0; i < path.length - 1; i++) {
      at = at.get(path[i]) instanceof ObjectNode next ? next : at.putObject(path[i]);
    }
    JsonNode value = mapper.readTree(override.substring(equals + 1));
    at.set(path[path.length - 1], value);
  }
}
