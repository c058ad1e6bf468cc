package io.sightings.ingest.folder;

import io.sightings.contract.retry.RetryBackoff;
import io.sightings.ingest.journal.ReadingJournal;
import io.sightings.ingest.monitor.SourceMonitor;
import io.sightings.ingest.monitor.SourceState;
import io.sightings.ingest.progress.SourceProgress;
import io.sightings.ingest.publish.ProducerShare;
import io.sightings.ingest.service.RunningSource;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.SourceSettings;
import io.sightings.ingest.source.FrameSource;
import io.sightings.ingest.source.InputResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A path that is read once, to its end: a video, a photo or a folder of them. After a restart it
 * goes on where it was, and what was read before is not read again.
 */
public final class FileRun implements RunningSource {
  private static final Logger LOG = LoggerFactory.getLogger(FileRun.class);

  private final SourceSettings source;
  private final IngestorSettings settings;
  private final SourceMonitor monitor;
  private final InterruptiblePause pauses = new InterruptiblePause();
  private final FileReader reader;
  private final SourceWorker worker;

  /** Progress of files that were read; until it is kept, its writes are tried again. */
  private final List<SourceProgress> unkept = new ArrayList<>();

  /**
   * @param lane to Kafka, with all the patience files have
   * @param files bounds how many files are read at once, over all sources
   * @param journal knows each file while it is read
   */
  public FileRun(
      SourceSettings source,
      IngestorSettings settings,
      ProducerShare lane,
      SourceMonitor monitor,
      Semaphore files,
      ReadingJournal journal) {
    this.source = source;
    this.settings = settings;
    this.monitor = monitor;
    reader = new FileReader(lane, monitor, files, settings.files().again(), pauses, journal);
    worker = new SourceWorker(monitor, this::work);
  }

  @Override
  public void start() {
    monitor.is(SourceState.IDLE);
    worker.start();
  }

  @Override
  public void retry() {
    pauses.retry();
  }

  @Override
  public void close() {
    worker.close();
  }

  private void work() throws InterruptedException {
    while (!isDone()) {
      monitor.is(SourceState.FAILED);
      pauses.rest(ProducerShare.FOREVER);
    }
    monitor.is(SourceState.DONE);
    while (!unkept.isEmpty()) {
      pauses.rest(settings.folders().scan());
      unkept.removeIf(SourceProgress::recheck);
    }
  }

  /** Reads all there is, and waits for what cannot be read now. False if none was of any use. */
  private boolean isDone() throws InterruptedException {
    RetryBackoff backoff = FileReader.backoff();
    List<FrameSource> pending = resolved(backoff);
    boolean useful = false;
    while (!pending.isEmpty()) {
      List<FrameSource> later = new ArrayList<>();
      for (FrameSource one : pending) {
        try {
          useful |= isUseful(one);
        } catch (NoSuchFileException e) {
          reject(one, "there is no such file any more");
        } catch (IOException e) {
          later.add(one);
          trouble(one.input() + ": " + FileErrors.text(e));
        }
      }
      pending = later;
      if (!pending.isEmpty()) {
        pauses.rest(backoff.next());
      }
    }
    return useful;
  }

  /** What is not there yet may be on a drive that will be. */
  private List<FrameSource> resolved(RetryBackoff backoff) throws InterruptedException {
    // A run's name is the progress's to choose.
    IngestorSettings same = settings.withFiles(settings.files().withAgain(false));
    // In a service many sources come together, and what one is called begins with its own name.
    SourceSettings named = source.id().isEmpty() ? source.withId(monitor.id()) : source;
    while (true) {
      try {
        return new InputResolver(same).resolve(named);
      } catch (IOException e) {
        if (Thread.interrupted()) {
          throw new InterruptedException("stopped before reading");
        }
        trouble(source.path() + ": " + FileErrors.text(e));
      }
      pauses.rest(backoff.next());
    }
  }

  /** Reads one to its end. */
  private boolean isUseful(FrameSource one) throws IOException, InterruptedException {
    SourceProgress progress =
        SourceProgress.open(
            Path.of(settings.state()), one.info(), monitor::error, monitor::errorEnded);
    ReadResult outcome = reader.read(one, progress, copy(one.input()));
    if (settings.files().again()) {
      // The next start of the ingestor is to read it again.
      outcome.forget();
    }
    if (!progress.recheck()) {
      unkept.add(progress);
    }
    if (outcome.isWhole()) {
      LOG.info("{}: {} was read, {} frames", monitor.id(), one.input(), outcome.frames());
      return true;
    }
    reject(one, outcome.fault());
    return outcome.frames() > 0;
  }

  /** Names this copy of a file, so that another one in its place is read. */
  private static String copy(String input) throws IOException {
    Path path = Path.of(input);
    return Files.isRegularFile(path)
        ? input + " " + Files.size(path) + " " + Files.getLastModifiedTime(path).toMillis()
        : input;
  }

  private void reject(FrameSource one, @Nullable String why) {
    String text = one.input() + ": " + why;
    monitor.rejected(text);
    LOG.warn("{}: {}", monitor.id(), text);
  }

  private void trouble(String text) {
    monitor.is(SourceState.WAITING);
    monitor.error(text);
    LOG.warn("{}: {}", monitor.id(), text);
  }
}
