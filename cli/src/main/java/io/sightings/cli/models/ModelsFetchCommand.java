package io.sightings.cli.models;

import io.sightings.contract.codec.UntrustedText;
import io.sightings.engine.EngineUnavailableException;
import io.sightings.engine.model.ModelFiles;
import io.sightings.toolkit.console.ExitCode;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "fetch",
    description = "Downloads model files into the user's cache and verifies them.")
final class ModelsFetchCommand implements Callable<Integer> {
  @Mixin private ModelFolderOption folder;
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "MODEL",
      description = "Names as in the list; all that can be downloaded by default.")
  private List<String> names;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    ModelFiles models = folder.models();
    int exitCode = ExitCode.OK;
    for (String name : names == null ? downloadable(models) : names) {
      try {
        out.println(UntrustedText.printable(name + ": " + models.fetch(name)));
        out.println(UntrustedText.printable("  licence: " + models.entry(name).terms()));
      } catch (EngineUnavailableException e) {
        err.println(UntrustedText.printable("sightings: " + e.getMessage()));
        exitCode = ExitCode.ENVIRONMENT;
      }
    }
    return exitCode;
  }

  private static List<String> downloadable(ModelFiles models) {
    return models.list().stream()
        .map(s -> s.entry())
        .filter(entry -> entry.url() != null)
        .map(entry -> entry.name())
        .toList();
  }
}
