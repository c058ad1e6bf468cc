package io.sightings.cli.models;

import io.sightings.contract.codec.UntrustedText;
import io.sightings.engine.model.ModelEntry;
import io.sightings.engine.model.ModelFiles;
import io.sightings.toolkit.console.CommandFailure;
import io.sightings.toolkit.console.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "path", description = "Prints where a model's file is; for scripts.")
final class ModelsPathCommand implements Callable<Integer> {
  @Mixin private ModelFolderOption folder;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "MODEL", description = "A name as in the list.")
  private String name;

  @Override
  public Integer call() {
    ModelFiles models = folder.models();
    ModelEntry entry = models.entry(name);
    spec.commandLine()
        .getOut()
        .println(
            models
                .path(entry)
                .map(path -> UntrustedText.printable(path.toString()))
                .orElseThrow(
                    () ->
                        CommandFailure.environment(
                            "The model " + name + " is missing: " + models.howToGet(entry) + ".",
                            null)));
    return ExitCode.OK;
  }
}
