package io.sightings.ingest.folder;

import io.sightings.contract.retry.RetryBackoff;
import io.sightings.ingest.address.MediaException;
import io.sightings.ingest.monitor.SourceMonitor;
import io.sightings.ingest.monitor.UnexpectedErrors;
import io.sightings.ingest.progress.SourceProgress;
import io.sightings.ingest.reading.FileErrorMessages;
import io.sightings.ingest.reading.FrameSourceReader;
import io.sightings.ingest.reading.InterruptiblePause;
import io.sightings.ingest.reading.ReadResult;
import io.sightings.ingest.settings.SourceSettings;
import io.sightings.ingest.source.FileSources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads files of a folder and puts them away. One that cannot be read or moved now is tried again
 * after a pause and keeps no other waiting; what was read of it is not read twice. Of one thread.
 */
final class FileIntake {
  private static final Logger LOG = LoggerFactory.getLogger(FileIntake.class);

  /** So often a file is read that fails by an exception that no code provides for. */
  static final int MAX_FAILURES = 5;

  private final UnexpectedErrors unexpected;
  private final SourceSettings settings;
  private final FileSources sources;
  private final FrameSourceReader reader;
  private final SourceProgress progress;
  private final SourceMonitor monitor;
  private final InterruptiblePause pauses;
  private final Map<FoundFile, Held> held = new HashMap<>();

  /** A file that is there still. */
  private static final class Held {
    private final RetryBackoff backoff = FrameSourceReader.backoff();
    private long due = System.nanoTime();
    private long retries;

    /** How often reading it failed by an exception that no code provides for. */
    private int failures;

    private @Nullable ReadResult outcome;
  }

  FileIntake(
      SourceSettings settings,
      FileSources sources,
      FrameSourceReader reader,
      SourceProgress progress,
      SourceMonitor monitor,
      InterruptiblePause pauses) {
    this.settings = settings;
    this.sources = sources;
    this.reader = reader;
    this.progress = progress;
    this.monitor = monitor;
    unexpected = new UnexpectedErrors(LOG, monitor);
    this.pauses = pauses;
  }

  /** Forgets all other files. */
  void keep(Collection<FoundFile> files) {
    held.keySet().retainAll(files);
  }

  /** Reads a file and puts it away, where that is due. */
  void take(WatchedFolder folder, FoundFile file) throws InterruptedException {
    Held one = held.computeIfAbsent(file, unknown -> new Held());
    if (System.nanoTime() - one.due < 0 && one.retries == pauses.retries()) {
      return;
    }
    try {
      if (one.outcome == null) {
        if (!file.isUnchanged(folder.root())) {
          return;
        }
        one.outcome = read(folder, file);
      }
      putAway(folder, file, one.outcome);
      held.remove(file);
    } catch (IOException | RuntimeException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException("stopped between two files");
      }
      if (e instanceof RuntimeException) {
        unexpected.tell(file.name() + " failed", e);
        if (one.outcome == null && ++one.failures >= MAX_FAILURES) {
          one.outcome =
              ReadResult.failed(FileErrorMessages.text(e) + ", " + MAX_FAILURES + " times");
          monitor.rejected(file.name() + ": " + one.outcome.fault());
        }
      }
      one.due = System.nanoTime() + one.backoff.next().toNanos();
      one.retries = pauses.retries();
      String what = one.outcome == null ? "read" : disposal(folder, one.outcome).text(folder);
      String text =
          "%s cannot be %s (%s): mend that, it is tried again"
              .formatted(file.name(), what, FileErrorMessages.text(e));
      monitor.error(text);
      LOG.warn("{}: {}", monitor.id(), text);
    }
  }

  private ReadResult read(WatchedFolder folder, FoundFile file)
      throws IOException, InterruptedException {
    ReadResult outcome;
    try {
      SourceSettings named = folder.uploads() ? withStart(file.path()) : settings;
      outcome =
          reader.readOnceKafkaTakesIt(
              sources.file(named, settings.id(), file.path(), file.name()), progress, file.copy());
    } catch (MediaException e) {
      outcome = ReadResult.failed(e.getMessage());
    }
    if (outcome.fault() == null) {
      LOG.info("{}: {} was read, {} frames", monitor.id(), file.name(), outcome.frames());
    } else {
      String text = file.name() + ": " + outcome.fault();
      monitor.rejected(text);
      LOG.warn("{}: {}", monitor.id(), text);
    }
    return outcome;
  }

  private SourceSettings withStart(Path file) throws IOException {
    Path start = WatchedFolder.start(file);
    if (!Files.exists(start)) {
      return settings;
    }
    try {
      return settings.withStart(Files.readString(start, StandardCharsets.UTF_8).trim());
    } catch (IllegalArgumentException e) {
      throw new MediaException("the capture time beside it cannot be read: " + e.getMessage(), e);
    }
  }

  private void putAway(WatchedFolder folder, FoundFile file, ReadResult outcome)
      throws IOException {
    if (file.isUnchanged(folder.root())) {
      disposal(folder, outcome).apply(folder, file);
    } else if (Files.exists(file.path())) {
      monitor.error(
          file.name() + " has changed while it was read: it is read again when it is complete");
    }
    outcome.forget();
    reader.forget(file.copy());
  }

  private static FileDisposal disposal(WatchedFolder folder, ReadResult outcome) {
    if (outcome.fault() == null) {
      return new FileDisposal(null);
    }
    String next = folder.uploads() ? "upload it" : "put it into the folder";
    return new FileDisposal(outcome.fault() + "; once that is mended, " + next + " again");
  }
}
