package io.sightings.cli.demo;

import io.sightings.cli.ingest.IngestResultPrinter;
import io.sightings.ingest.FileIngestor;
import io.sightings.ingest.IngestReport;
import io.sightings.ingest.publish.PublishException;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.SourceSettings;
import io.sightings.toolkit.console.CommandConsole;
import io.sightings.toolkit.console.CommandFailure;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Files, read to their ends in a thread of their own. */
final class FilePlayback implements ScenePlayback {
  private final FutureTask<IngestReport> task;
  private final Thread thread;

  private FilePlayback(Callable<IngestReport> ingest) {
    this.task = new FutureTask<>(ingest);
    this.thread = new Thread(task, "playback");
  }

  static FilePlayback start(
      CommandConsole console, IngestorSettings settings, List<SourceSettings> inputs) {
    IngestResultPrinter news = new IngestResultPrinter(console, false);
    FilePlayback playback = new FilePlayback(() -> FileIngestor.run(settings, inputs, news));
    playback.thread.start();
    return playback;
  }

  @Override
  public boolean done() {
    return task.isDone();
  }

  @Override
  public boolean allGood() throws InterruptedException {
    if (!task.isDone()) {
      // Stopped by Ctrl-C, which is no fault of an input.
      return true;
    }
    try {
      return task.get().failures().isEmpty();
    } catch (CancellationException e) {
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof PublishException unpublished) {
        throw CommandFailure.environment(unpublished.getMessage(), unpublished);
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Stops reading where it is. */
  @Override
  public void close() throws InterruptedException {
    task.cancel(true);
    thread.join();
  }
}
