package io.sightings.cli.demo;

import io.sightings.cli.ingest.SourceStatusPrinter;
import io.sightings.ingest.RunningIngestor;
import io.sightings.ingest.monitor.SourceState;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.toolkit.console.CommandConsole;
import io.sightings.toolkit.console.CommandFailure;
import java.io.IOException;
import java.time.Duration;

/** Cameras and other inputs beside them, until Ctrl-C. */
final class LivePlayback implements ScenePlayback {
  private static final Duration SUM = Duration.ofMinutes(5);

  private final RunningIngestor ingestor;
  private final SourceStatusPrinter news;

  private LivePlayback(RunningIngestor ingestor, SourceStatusPrinter news) {
    this.ingestor = ingestor;
    this.news = news;
  }

  /**
   * @throws CommandFailure if the ingestor cannot be started
   */
  static LivePlayback start(CommandConsole console, IngestorSettings settings) {
    try {
      return new LivePlayback(
          RunningIngestor.start(settings, "demo"), new SourceStatusPrinter(console, SUM));
    } catch (IOException e) {
      throw CommandFailure.environment(e.getMessage(), e);
    }
  }

  /** Asked time and again, and so the one to tell what the sources do. */
  @Override
  public boolean done() {
    news.look(ingestor.status(), System.nanoTime());
    return false;
  }

  @Override
  public boolean allGood() {
    return ingestor.status().stream().noneMatch(source -> source.state() == SourceState.FAILED);
  }

  @Override
  public void close() {
    ingestor.close();
  }
}
