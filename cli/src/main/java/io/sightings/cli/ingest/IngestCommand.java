package io.sightings.cli.ingest;

import io.sightings.cli.console.InterruptHandler;
import io.sightings.contract.settings.SettingsLoader;
import io.sightings.ingest.FileIngestor;
import io.sightings.ingest.IngestReport;
import io.sightings.ingest.monitor.FrameCounts;
import io.sightings.ingest.publish.PublishException;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.ProducerSettings;
import io.sightings.ingest.settings.SourceSettings;
import io.sightings.toolkit.console.CommandConsole;
import io.sightings.toolkit.console.CommandFailure;
import io.sightings.toolkit.console.ExitCode;
import io.sightings.toolkit.topics.KafkaAccess;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts what cameras, videos and photos show onto the frames topic. */
@Command(
    name = "ingest",
    description = {
      "Publishes cameras, webcams, videos and photos as frames, for a running job to look at.",
      "Files are read to their ends. Where a camera, a watched folder or an upload is among the"
          + " sources, it runs until Ctrl-C, follows changes of --config, and serves /health,"
          + " /ready and /metrics.",
      "A source that cannot be read is named, and the others are published. The same file again"
          + " gives the same frame ids, so the job drops what it has seen."
    })
public final class IngestCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "INPUT",
      description =
          "Videos, photos, folders of them, addresses of streams and webcams (/dev/video0);"
              + " default are the sources of --config.")
  private List<String> inputs = List.of();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings, as in conf/ingestor.yaml.")
  private Path config;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A setting that wins over the file, such as sample.quality=5.")
  private List<String> overrides = List.of();

  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      description = "The Kafka broker; default is kafka.bootstrap of the settings.")
  private String bootstrap;

  @Option(
      names = "--fps",
      paramLabel = "N",
      description = "Frames per second taken from videos, 0 for all; default 5.")
  private Double fps;

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "Names the source, with one INPUT; default is the file's name.")
  private String id = "";

  @Option(names = "--location", paramLabel = "TEXT", description = "Where the camera looks.")
  private String location = "";

  @Option(
      names = "--label",
      paramLabel = "KEY=VALUE",
      description = "A label, copied into every sighting.")
  private Map<String, String> labels = Map.of();

  @Option(
      names = "--start",
      paramLabel = "TIME",
      description = "Capture time of the first frame, such as 2026-11-21T09:30:00+01:00.")
  private String start = "";

  @Option(names = "--again", description = "Publishes as a new run even what was published before.")
  private boolean again;

  @Override
  public Integer call() throws InterruptedException {
    if (!id.isEmpty() && inputs.size() != 1) {
      throw CommandFailure.usage("--id " + id + ": name exactly one INPUT with it.");
    }
    IngestorSettings settings = settings();
    settings.kafka().security().requireFiles();
    if (settings.sources().isEmpty()) {
      throw CommandFailure.usage(
          "Nothing to ingest: name a video, a photo, a folder or a stream, or list sources in"
              + " --config.");
    }
    CommandConsole console = CommandConsole.of(spec.commandLine());
    return settings.sources().stream().allMatch(SourceSettings::isFile)
        ? readToTheEnd(settings, console)
        : attend(settings, console);
  }

  private int readToTheEnd(IngestorSettings settings, CommandConsole console)
      throws InterruptedException {
    ProducerSettings kafka = settings.kafka();
    new KafkaAccess(kafka.bootstrap(), kafka.security(), kafka.properties()).requireAnswer();
    Thread reading = Thread.currentThread();
    try (InterruptHandler interruption = InterruptHandler.handledBy(reading::interrupt)) {
      IngestReport report = run(settings, settings.sources(), console);
      console.say(sentence(report));
      return report.failures().isEmpty() ? ExitCode.OK : ExitCode.INPUT;
    } catch (PublishException e) {
      throw CommandFailure.environment(e.getMessage(), e);
    }
  }

  private int attend(IngestorSettings settings, CommandConsole console)
      throws InterruptedException {
    CountDownLatch stop = new CountDownLatch(1);
    String version = String.join(" ", spec.root().version());
    try (InterruptHandler interruption = InterruptHandler.handledBy(stop::countDown)) {
      return new IngestDaemon(console, version, stop)
          .attend(settings, new SettingsFile(config, this::settings));
    }
  }

  private static IngestReport run(
      IngestorSettings settings, List<SourceSettings> sources, CommandConsole console)
      throws PublishException, InterruptedException {
    IngestResultPrinter news = new IngestResultPrinter(console, true);
    if (System.console() == null) {
      return FileIngestor.run(settings, sources, new ProgressLinePrinter(console, news));
    }
    try (TerminalProgressBar bar = new TerminalProgressBar(news)) {
      return FileIngestor.run(settings, sources, bar);
    }
  }

  private IngestorSettings settings() {
    SettingsLoader loader = new SettingsLoader(System.getenv());
    IngestorSettings defaults = IngestorSettings.defaults();
    IngestorSettings settings =
        config == null
            ? loader.parse("--set", "", defaults, overrides)
            : loader.load(config, defaults, overrides);
    try {
      if (fps != null) {
        settings = settings.withSample(settings.sample().withFps(fps));
      }
    } catch (IllegalArgumentException e) {
      throw CommandFailure.usage("--fps: " + e.getMessage() + ".");
    }
    if (bootstrap != null) {
      settings = settings.withKafka(settings.kafka().withBootstrap(bootstrap));
    }
    if (!inputs.isEmpty()) {
      settings = settings.withSources(inputs.stream().map(this::source).toList());
    }
    return again ? settings.withFiles(settings.files().withAgain(true)) : settings;
  }

  private SourceSettings source(String input) {
    try {
      SourceSettings source =
          InputArgumentParser.of(input).withPlace(location, labels).withStart(start);
      return id.isEmpty() ? source : source.withId(id);
    } catch (IllegalArgumentException e) {
      throw CommandFailure.usage("--" + e.getMessage() + ".");
    }
  }

  private static String sentence(IngestReport report) {
    FrameCounts totals = report.totals();
    String skipped =
        report.skippedFiles() == 0
            ? ""
            : "; " + report.skippedFiles() + " files are neither photos nor videos";
    return String.format(
        Locale.ROOT,
        "%d of %d sources published whole: %d frames read, %d sampled, %d published, %d rejected;"
            + " %.1f MB in %.1f s%s",
        report.sources().size() - report.failures().size(),
        report.sources().size(),
        totals.read(),
        totals.sampled(),
        totals.published(),
        totals.rejected(),
        totals.bytes() / 1e6,
        report.took().toMillis() / 1000.0,
        skipped);
  }
}
