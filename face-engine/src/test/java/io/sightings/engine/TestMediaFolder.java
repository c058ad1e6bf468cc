package io.sightings.engine;

import io.sightings.engine.model.ModelFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Real models and photographs, where there are any: they are never part of the repository. */
public final class TestMediaFolder {
  private static final String VARIABLE = "SIGHTINGS_MEDIA";

  private final Path folder;

  private TestMediaFolder(Path folder) {
    this.folder = folder;
  }

  /** Skips the calling test, visibly, where there are none. */
  public static TestMediaFolder orSkip(Class<?> test) {
    String folder = System.getenv(VARIABLE);
    if (folder == null) {
      System.out.println(
          "SKIPPED "
              + test.getSimpleName()
              + ": "
              + VARIABLE
              + " names no folder with models and photos.");
    }
    Assumptions.assumeTrue(folder != null, VARIABLE + " is not set");
    return new TestMediaFolder(Path.of(folder));
  }

  /** YuNet and MobileFace V2, whose files are in the folder. */
  public EngineSettings settings() {
    return settings("yunet", "mobileface-v2");
  }

  /** Skips the calling test, visibly, where a model is neither in the folder nor fetched. */
  public EngineSettings settings(String detector, String embedder) {
    List<String> folders = List.of(path("models").toString());
    ModelFiles files = ModelFiles.in(folders);
    for (String model : List.of(detector, embedder)) {
      boolean there = files.usable(files.entry(model));
      if (!there) {
        System.out.println(
            "SKIPPED with " + model + ": run `sightings models fetch " + model + "` first.");
      }
      Assumptions.assumeTrue(there, model + " is missing");
    }
    EngineSettings defaults = EngineSettings.DEFAULT;
    return defaults
        .withEngine(EngineSettings.Engine.ONNX)
        .withModels(folders)
        .withEmbedder(embedder)
        .withDetector(defaults.detector().withModel(detector));
  }

  public Path path(String name) {
    return folder.resolve(name);
  }

  public byte[] bytes(String name) {
    try {
      return Files.readAllBytes(path(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of a table without its heading, split at commas. */
  public List<String[]> table(String name) throws IOException {
    return Files.readAllLines(path(name)).stream()
        .skip(1)
        .map(line -> line.split(","))
        .collect(Collectors.toList());
  }

  /** Names of the files in a folder, sorted. */
  public List<String> names(String name) throws IOException {
    try (Stream<Path> files = Files.list(path(name))) {
      return files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
    }
  }
}
