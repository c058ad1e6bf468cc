package io.sightings.cli.sources;

import io.sightings.cli.ingest.InputArgumentParser;
import io.sightings.cli.sources.SourceChecker.SourceCheckResult;
import io.sightings.contract.settings.SettingsLoader;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.SourceSettings;
import io.sightings.toolkit.console.CommandConsole;
import io.sightings.toolkit.console.CommandFailure;
import io.sightings.toolkit.console.ExitCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks at each source once. */
@Command(
    name = "check",
    description = {
      "Opens each source once and says what it gives, or what is wrong and how to mend it.",
      "Nothing is published, and no broker is needed."
    })
final class SourcesCheckCommand implements Callable<Integer> {
  /** Cameras answer slowly, and each waits for itself. */
  private static final int PARALLEL = 8;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "SOURCE",
      description = "Ids of sources of --config, or addresses, webcams, files; default are all.")
  private List<String> named = List.of();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings, as in conf/ingestor.yaml.")
  private Path config;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A setting that wins over the file, such as live.timeout=5s.")
  private List<String> overrides = List.of();

  @Override
  public Integer call() throws InterruptedException {
    IngestorSettings settings = settings();
    List<SourceSettings> sources = sources(settings);
    if (sources.isEmpty()) {
      throw CommandFailure.usage("No source to check: name one, or a --config that lists some.");
    }
    CommandConsole console = CommandConsole.of(spec.commandLine());
    SourceChecker check = new SourceChecker(settings);
    ExecutorService workers = Executors.newFixedThreadPool(PARALLEL);
    try {
      List<Future<SourceCheckResult>> verdicts =
          sources.stream().map(source -> workers.submit(() -> check.look(source))).toList();
      int bad = 0;
      for (Future<SourceCheckResult> verdict : verdicts) {
        bad += tell(verdict.get(), console) ? 0 : 1;
      }
      console.say(
          "%d of %d source%s can be read"
              .formatted(sources.size() - bad, sources.size(), sources.size() == 1 ? "" : "s"));
      return bad == 0 ? ExitCode.OK : ExitCode.INPUT;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a check gives a verdict and does not throw", e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  private static boolean tell(SourceCheckResult verdict, CommandConsole console) {
    if (verdict.good()) {
      console.say(verdict.id() + ": " + verdict.text());
    } else {
      console.complain(verdict.id() + ": " + verdict.text());
    }
    return verdict.good();
  }

  private IngestorSettings settings() {
    SettingsLoader loader = new SettingsLoader(System.getenv());
    IngestorSettings defaults = IngestorSettings.defaults();
    return config == null
        ? loader.parse("--set", "", defaults, overrides)
        : loader.load(config, defaults, overrides);
  }

  private List<SourceSettings> sources(IngestorSettings settings) {
    if (named.isEmpty()) {
      return settings.sources();
    }
    List<SourceSettings> chosen = new ArrayList<>();
    for (String name : named) {
      chosen.add(
          settings.sources().stream()
              .filter(source -> source.id().equals(name))
              .findFirst()
              .orElseGet(() -> input(name)));
    }
    return chosen;
  }

  private static SourceSettings input(String name) {
    try {
      return InputArgumentParser.of(name);
    } catch (IllegalArgumentException e) {
      throw CommandFailure.usage(e.getMessage() + ".");
    }
  }
}
