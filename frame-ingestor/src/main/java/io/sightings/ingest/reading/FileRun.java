package io.sightings.ingest.reading;

import io.sightings.contract.retry.RetryBackoff;
import io.sightings.ingest.monitor.SourceMonitor;
import io.sightings.ingest.monitor.SourceState;
import io.sightings.ingest.progress.SourceProgress;
import io.sightings.ingest.publish.ProducerShare;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.SourceSettings;
import io.sightings.ingest.source.FrameSource;
import io.sightings.ingest.source.InputResolver;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A path that is read once, to its end: a video, a photo or a folder of them. After a restart it
 * goes on where it was, and what was read before is not read again.
 */
public final class FileRun extends FileSourceWorker {
  private static final Logger LOG = LoggerFactory.getLogger(FileRun.class);

  private final SourceSettings source;
  private final IngestorSettings settings;
  private final FrameSourceReader reader;

  /** Progress of files that were read; until it is kept, its writes are tried again. */
  private final List<SourceProgress> unkept = new ArrayList<>();

  public FileRun(
      SourceSettings source,
      IngestorSettings settings,
      SourceMonitor monitor,
      FileReadContext context) {
    super(monitor);
    this.source = source;
    this.settings = settings;
    reader = new FrameSourceReader(context, monitor, settings.files().again(), pauses);
  }

  @Override
  protected void work() throws InterruptedException {
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
    RetryBackoff backoff = FrameSourceReader.backoff();
    List<FrameSource> pending = resolved(backoff);
    boolean useful = false;
    while (!pending.isEmpty()) {
      List<FrameSource> later = new ArrayList<>();
      for (FrameSource one : pending) {
        try {
          useful |= isUseful(one);
        } catch (NoSuchFileException e) {
          reject(one, FileErrorMessages.text(e));
        } catch (IOException e) {
          later.add(one);
          trouble(one.input() + ": " + FileErrorMessages.text(e));
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
    // In a service many sources come together, and what one is called begins with its own name.
    SourceSettings named = source.id().isEmpty() ? source.withId(monitor.id()) : source;
    while (true) {
      try {
        return new InputResolver(settings).resolve(named);
      } catch (IOException e) {
        if (Thread.interrupted()) {
          throw new InterruptedException("stopped before reading");
        }
        trouble(source.path() + ": " + FileErrorMessages.text(e));
      }
      pauses.rest(backoff.next());
    }
  }

  /** Reads one to its end. */
  private boolean isUseful(FrameSource one) throws IOException, InterruptedException {
    SourceProgress progress =
        SourceProgress.open(
            Path.of(settings.state()), one.info(), monitor::error, monitor::errorEnded);
    ReadResult outcome =
        reader.readOnceKafkaTakesIt(one, progress, FrameSourceReader.copy(one.input()));
    if (settings.files().again()) {
      // The next start of the ingestor is to read it again.
      outcome.forget();
    }
    if (!progress.recheck()) {
      unkept.add(progress);
    }
    String fault = outcome.lastingFault();
    if (fault == null) {
      LOG.info("{}: {} was read, {} frames", monitor.id(), one.input(), outcome.frames());
      return true;
    }
    reject(one, fault);
    return outcome.frames() > 0;
  }

  private void reject(FrameSource one, String why) {
    String text = one.input() + ": " + why;
    monitor.rejected(text);
    LOG.warn("{}: {}", monitor.id(), text);
  }

  private void trouble(String text) {
    monitor.error(text);
    monitor.is(SourceState.WAITING);
    LOG.warn("{}: {}", monitor.id(), text);
  }
}
