package io.sightings.cli.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files that are delivered beside the code. */
final class RepositoryFiles {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private RepositoryFiles() {}

  static Path path(String relative) {
    return ROOT.resolve(relative).normalize();
  }

  static String text(String relative) throws IOException {
    return Files.readString(path(relative));
  }

  /** The one document of a file, with anchors and merges resolved. */
  static Map<String, Object> yaml(String relative) throws IOException {
    List<Map<String, Object>> all = documents(relative);
    if (all.size() != 1) {
      throw new IllegalStateException(relative + " has " + all.size() + " documents");
    }
    return all.get(0);
  }

  static List<Map<String, Object>> documents(String relative) throws IOException {
    LoaderOptions strict = new LoaderOptions();
    strict.setAllowDuplicateKeys(false);
    List<Map<String, Object>> found = new ArrayList<>();
    for (Object each : new Yaml(new SafeConstructor(strict)).loadAll(text(relative))) {
      found.add(map(each));
    }
    return found;
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object yaml) {
    return yaml == null ? Map.of() : (Map<String, Object>) yaml;
  }

  /** A list, or a single thing as a list of one. */
  @SuppressWarnings("unchecked")
  static List<Object> list(Object yaml) {
    if (yaml == null) {
      return List.of();
    }
    return yaml instanceof List ? (List<Object>) yaml : List.of(yaml);
  }
}
