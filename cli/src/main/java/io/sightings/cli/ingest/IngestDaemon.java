package io.sightings.cli.ingest;

import io.sightings.ingest.RunningIngestor;
import io.sightings.ingest.monitor.SourceState;
import io.sightings.ingest.monitor.SourceStatus;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.toolkit.console.CommandConsole;
import io.sightings.toolkit.console.CommandFailure;
import io.sightings.toolkit.console.ExitCode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The ingestor that runs until it is told to stop, and what is said of it meanwhile. */
final class IngestDaemon {
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration SUM = Duration.ofMinutes(1);

  private final CommandConsole console;
  private final String version;
  private final CountDownLatch stop;

  /**
   * @param stop is counted down when it shall end
   */
  IngestDaemon(CommandConsole console, String version, CountDownLatch stop) {
    this.console = console;
    this.version = version;
    this.stop = stop;
  }

  /**
   * Runs until it is stopped.
   *
   * @param file where the settings came from; its changes are followed
   * @return the exit code
   */
  int attend(IngestorSettings settings, SettingsFile file) throws InterruptedException {
    try (RunningIngestor ingestor = start(settings);
        SettingsReloader reloading = SettingsReloader.of(file, ingestor, console)) {
      console.say(
          "Ingesting %d source%s; health and metrics at http://%s:%d; Ctrl-C ends it"
              .formatted(
                  settings.sources().size(),
                  settings.sources().size() == 1 ? "" : "s",
                  settings.server().statusAddress(),
                  ingestor.statusPort()));
      List<SourceStatus> last = watch(ingestor);
      return end(ingestor, last);
    }
  }

  private RunningIngestor start(IngestorSettings settings) {
    try {
      return RunningIngestor.start(settings, version);
    } catch (IOException e) {
      throw CommandFailure.environment(e.getMessage(), e);
    }
  }

  private List<SourceStatus> watch(RunningIngestor ingestor) throws InterruptedException {
    SourceStatusPrinter news = new SourceStatusPrinter(console, SUM);
    String problem = null;
    List<SourceStatus> sources;
    do {
      requireAcceptance(ingestor);
      sources = ingestor.status();
      news.look(sources, System.nanoTime());
      problem = tellKafka(problem, ingestor.kafkaProblem());
    } while (!stop.await(LOOK.toMillis(), TimeUnit.MILLISECONDS));
    return sources;
  }

  /** A wrong password is not corrected by waiting, so the command ends. */
  private static void requireAcceptance(RunningIngestor ingestor) {
    if (ingestor.kafkaRefusedFromTheStart()) {
      throw CommandFailure.environment(ingestor.kafkaProblem(), null);
    }
  }

  private @Nullable String tellKafka(@Nullable String before, @Nullable String now) {
    if (now != null && !now.equals(before)) {
      console.complain(now);
    } else if (now == null && before != null) {
      console.say("Kafka takes frames again.");
    }
    return now;
  }

  /** What was taken is sent before it is counted. */
  private int end(RunningIngestor ingestor, List<SourceStatus> last) {
    console.say("Stopping: what was taken is sent.");
    ingestor.close();
    List<SourceStatus> ended = ingestor.status();
    SourceStatusTable.of(ended).print(console.out());
    boolean failed = last.stream().anyMatch(source -> source.state() == SourceState.FAILED);
    boolean rejected = ended.stream().anyMatch(source -> source.rejected() > 0);
    return failed || rejected ? ExitCode.INPUT : ExitCode.OK;
  }
}
