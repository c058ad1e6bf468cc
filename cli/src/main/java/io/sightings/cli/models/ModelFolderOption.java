package io.sightings.cli.models;

import io.sightings.engine.model.ModelFiles;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Where to look for model files first. */
final class ModelFolderOption {

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "A folder searched before $SIGHTINGS_MODELS, ./models and the user's cache.")
  private Path folder;

  ModelFiles models() {
    return ModelFiles.in(folder == null ? List.of() : List.of(folder.toString()));
  }
}
