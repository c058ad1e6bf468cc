package io.sightings.engine.model;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Where model files are looked for, first to last.
 *
 * @param searched every folder, whether it exists or not
 * @param cache the one of them that downloads go to
 */
record ModelFolders(List<Path> searched, Path cache) {
  static final String VARIABLE = "SIGHTINGS_MODELS";

  /** The given folders, those of {@value #VARIABLE}, {@code ./models} and the user's cache. */
  static ModelFolders of(List<String> given, Map<String, String> environment) {
    List<Path> folders = new ArrayList<>();
    given.forEach(folder -> folders.add(Path.of(folder)));
    for (String folder : environment.getOrDefault(VARIABLE, "").split(File.pathSeparator)) {
      if (!folder.isBlank()) {
        folders.add(Path.of(folder));
      }
    }
    folders.add(Path.of("models"));
    Path cache = cache(environment);
    folders.add(cache);
    return new ModelFolders(List.copyOf(new LinkedHashSet<>(folders)), cache);
  }

  private static Path cache(Map<String, String> environment) {
    String system = System.getProperty("os.name", "");
    Path home = Path.of(System.getProperty("user.home", "."));
    Path caches;
    if (environment.containsKey("XDG_CACHE_HOME")) {
      caches = Path.of(environment.get("XDG_CACHE_HOME"));
    } else if (system.startsWith("Windows") && environment.containsKey("LOCALAPPDATA")) {
      caches = Path.of(environment.get("LOCALAPPDATA"));
    } else if (system.startsWith("Mac")) {
      caches = home.resolve("Library").resolve("Caches");
    } else {
      caches = home.resolve(".cache");
    }
    return caches.resolve("sightings").resolve("models");
  }
}
