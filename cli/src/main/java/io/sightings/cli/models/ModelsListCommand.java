package io.sightings.cli.models;

import io.sightings.contract.codec.UntrustedText;
import io.sightings.engine.model.ModelEntry;
import io.sightings.engine.model.ModelFiles;
import io.sightings.engine.model.ModelStatus;
import io.sightings.toolkit.console.ExitCode;
import io.sightings.toolkit.console.TextTable;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "list", description = "Lists all models, best first, and where their files are.")
final class ModelsListCommand implements Callable<Integer> {
  @Mixin private ModelFolderOption folder;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    ModelFiles models = folder.models();
    List<ModelStatus> statuses = models.list();
    TextTable table = new TextTable("MODEL", "ROLE", "LICENCE", "STATE", "FILE");
    for (ModelStatus status : statuses) {
      table.row(
          status.entry().name(),
          status.entry().role().name().toLowerCase(Locale.ROOT),
          status.entry().licence() == null ? "-" : status.entry().licence(),
          status.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
          status.path() == null ? status.entry().file() : status.path().toString());
    }
    table.print(out);
    for (ModelStatus status : statuses) {
      ModelEntry model = status.entry();
      out.println(UntrustedText.printable(model.name() + ": " + model.terms()));
      model.sources().stream()
          .map(source -> "  source: " + source.text())
          .forEach(line -> out.println(UntrustedText.printable(line)));
    }
    statuses.stream()
        .filter(s -> s.state() == ModelStatus.State.MISSING)
        .forEach(
            s ->
                out.println(
                    UntrustedText.printable(
                        s.entry().name() + " is missing: " + models.howToGet(s.entry()))));
    List<ModelStatus> wrong =
        statuses.stream().filter(s -> s.state() == ModelStatus.State.WRONG_HASH).toList();
    PrintWriter err = spec.commandLine().getErr();
    wrong.forEach(
        s ->
            err.println(
                UntrustedText.printable(
                    s.path()
                        + " is refused: its SHA-256 is "
                        + s.actualSha256()
                        + ", expected "
                        + s.entry().sha256()
                        + ". Delete it and get the right one.")));
    return wrong.isEmpty() ? ExitCode.OK : ExitCode.ENVIRONMENT;
  }
}
