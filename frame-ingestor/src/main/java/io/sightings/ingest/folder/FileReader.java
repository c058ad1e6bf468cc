package io.sightings.ingest.folder;

import io.sightings.ingest.media.MediaException;
import io.sightings.ingest.monitor.SourceMonitor;
import io.sightings.ingest.monitor.SourceState;
import io.sightings.ingest.progress.RunProgress;
import io.sightings.ingest.progress.SourceProgress;
import io.sightings.ingest.publish.Lane;
import io.sightings.ingest.publish.PublishException;
import io.sightings.ingest.source.Source;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads files to their ends, and waits for Kafka as long as it takes. Of one thread. */
final class FileReader {
  private static final Logger LOG = LoggerFactory.getLogger(FileReader.class);

  /** For frames on their way when the ingestor is stopped. */
  private static final Duration DRAIN = Duration.ofSeconds(3);

  private final Lane lane;
  private final SourceMonitor monitor;
  private final Semaphore files;
  private final boolean again;
  private final Pauses pauses;

  /**
   * @param files bounds how many are read at once
   * @param again whether reading a file again is a new run
   */
  FileReader(Lane lane, SourceMonitor monitor, Semaphore files, boolean again, Pauses pauses) {
    this.lane = lane;
    this.monitor = monitor;
    this.files = files;
    this.again = again;
    this.pauses = pauses;
  }

  /**
   * Publishes a file from where the last attempt has got to.
   *
   * @param copy names this copy of what the file holds
   * @throws IOException if it cannot be read now, which says nothing of its content
   */
  Outcome read(Source source, SourceProgress progress, String copy)
      throws IOException, InterruptedException {
    Backoff backoff = new Backoff();
    while (true) {
      try {
        return attempt(source, progress, copy);
      } catch (PublishException e) {
        monitor.is(SourceState.WAITING);
        monitor.error(e.getMessage());
        LOG.warn("{} waits for Kafka: {}", monitor.id(), e.getMessage());
      } catch (IOException e) {
        if (Thread.interrupted()) {
          throw stopped(e);
        }
        throw e;
      }
      pauses.rest(backoff.next());
    }
  }

  private Outcome attempt(Source source, SourceProgress progress, String copy)
      throws IOException, InterruptedException {
    FileSink sink = new FileSink(source.info(), lane, monitor, epoch -> run(progress, epoch, copy));
    files.acquire();
    boolean arrived = false;
    try {
      monitor.is(SourceState.READING);
      String fault = play(source, sink);
      sink.await();
      arrived = true;
      RunProgress run = sink.progress();
      if (fault != null && run != null) {
        run.save();
      } else if (fault == null && !run.isComplete()) {
        run.complete();
      }
      return new Outcome(fault, run);
    } finally {
      if (!arrived) {
        sink.stop(DRAIN);
      }
      files.release();
    }
  }

  /** What was published before the damage counts as well. */
  private static String play(Source source, FileSink sink)
      throws IOException, InterruptedException {
    try {
      source.run(sink);
      return null;
    } catch (MediaException e) {
      if (Thread.interrupted()) {
        throw stopped(e);
      }
      return e.getMessage();
    } catch (RuntimeException e) {
      LOG.error("Reading {} failed", source.input(), e);
      return "an error nobody foresaw: " + e;
    }
  }

  private RunProgress run(SourceProgress progress, String epoch, String copy) {
    if (!again) {
      return progress.run(epoch);
    }
    String key = epoch + "-" + Integer.toHexString(copy.hashCode());
    return progress.runAnew(key, "again-" + Instant.now().toEpochMilli() + "-" + epoch);
  }

  private static InterruptedException stopped(IOException e) {
    InterruptedException stopped = new InterruptedException("stopped while reading");
    stopped.initCause(e);
    return stopped;
  }
}
