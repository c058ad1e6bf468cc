package io.sightings.engine.model;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.sightings.engine.EngineUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The models this product knows: its own and those described by a {@code models.yaml} beside model
 * files.
 */
final class ModelCatalogue {
  static final String FILE = "models.yaml";

  private static final ObjectMapper YAML =
      YAMLMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build();

  private ModelCatalogue() {}

  /**
   * Best first. What users add comes before what is built in, and replaces it where it has the same
   * name.
   */
  static List<ModelEntry> load(List<Path> folders) {
    Map<String, ModelEntry> entries = new LinkedHashMap<>();
    for (Path folder : folders) {
      Path file = folder.resolve(FILE);
      if (Files.isRegularFile(file)) {
        read(file).models().forEach(entry -> entries.putIfAbsent(entry.name(), entry));
      }
    }
    builtIn().models().forEach(entry -> entries.putIfAbsent(entry.name(), entry));
    return Collections.unmodifiableList(new ArrayList<>(entries.values()));
  }

  private static Document builtIn() {
    try (InputStream in = ModelCatalogue.class.getResourceAsStream(FILE)) {
      return YAML.readValue(in, Document.class);
    } catch (IOException e) {
      throw new UncheckedIOException("The built-in model catalogue cannot be read.", e);
    }
  }

  private static Document read(Path file) {
    try {
      return YAML.readValue(file.toFile(), Document.class);
    } catch (JsonMappingException e) {
      throw new EngineUnavailableException(
          "The model catalogue " + file + " is wrong: " + reason(e) + ".", e);
    } catch (IOException e) {
      throw new EngineUnavailableException(
          "The model catalogue " + file + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  private static @Nullable String reason(JsonMappingException e) {
    return e.getCause() instanceof IllegalArgumentException cause
        ? cause.getMessage()
        : e.getOriginalMessage();
  }

  record Document(List<ModelEntry> models) {
    Document {
      models = models == null ? List.of() : List.copyOf(models);
    }
  }
}
