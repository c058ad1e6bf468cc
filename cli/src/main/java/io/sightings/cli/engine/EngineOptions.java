package io.sightings.cli.engine;

import io.sightings.engine.EngineSettings;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** How faces are found and compared. */
public final class EngineOptions {

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description =
          "A folder with model files, searched before $SIGHTINGS_MODELS, ./models and the user's"
              + " cache.")
  private Path models;

  @Option(
      names = "--engine",
      paramLabel = "auto|onnx|offline",
      defaultValue = "auto",
      description =
          "onnx needs model files; offline needs none and knows less; auto (the default) is onnx"
              + " where the files are there.")
  private EngineSettings.Engine engine;

  public EngineSettings settings() {
    return EngineSettings.DEFAULT.withEngine(engine).withModels(folders());
  }

  /** The folder given, absolute because the job may run elsewhere. */
  public List<String> folders() {
    return models == null ? List.of() : List.of(models.toAbsolutePath().normalize().toString());
  }
}
