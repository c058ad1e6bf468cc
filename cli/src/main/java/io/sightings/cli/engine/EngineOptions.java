package io.sightings.cli.engine;

import io.sightings.cli.models.MissingModels;
import io.sightings.engine.EngineSettings;
import io.sightings.toolkit.console.CommandConsole;
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

  @Option(
      names = "--detector",
      paramLabel = "NAME",
      description = "A detector of the model catalogue; default is the best one found.")
  private String detector = "";

  @Option(
      names = "--embedder",
      paramLabel = "NAME",
      description = "An embedder of the model catalogue; default is the best one found.")
  private String embedder = "";

  @Option(
      names = "--offline",
      description = "Fetches no models, even where none are there; as SIGHTINGS_OFFLINE=1.")
  private boolean offline;

  public EngineSettings settings() {
    EngineSettings defaults = EngineSettings.DEFAULT;
    return defaults
        .withEngine(engine)
        .withModels(folders())
        .withEmbedder(embedder)
        .withDetector(defaults.detector().withModel(detector));
  }

  /** The same, once the networks they need are fetched that are not there. */
  public EngineSettings settingsWithModels(CommandConsole console) {
    EngineSettings settings = settings();
    if (!offline) {
      MissingModels.fetch(settings, console);
    }
    return settings;
  }

  /** The folder given, absolute because the job may run elsewhere. */
  public List<String> folders() {
    return models == null ? List.of() : List.of(models.toAbsolutePath().normalize().toString());
  }
}
