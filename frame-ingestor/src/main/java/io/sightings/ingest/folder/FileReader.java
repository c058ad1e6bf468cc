package io.sightings.ingest.folder;

import io.sightings.contract.retry.RetryBackoff;
import io.sightings.ingest.address.MediaException;
import io.sightings.ingest.journal.JournaledRead;
import io.sightings.ingest.journal.ReadAdmission;
import io.sightings.ingest.journal.ReadingJournal;
import io.sightings.ingest.monitor.SourceMonitor;
import io.sightings.ingest.monitor.SourceState;
import io.sightings.ingest.monitor.UnexpectedErrors;
import io.sightings.ingest.progress.RunProgress;
import io.sightings.ingest.progress.SourceProgress;
import io.sightings.ingest.publish.ProducerShare;
import io.sightings.ingest.publish.PublishException;
import io.sightings.ingest.source.FrameSource;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads files to their ends, and waits for Kafka as long as it takes. Of one thread. */
final class FileReader {
  private static final Logger LOG = LoggerFactory.getLogger(FileReader.class);

  /** For frames on their way when the ingestor is stopped. */
  private static final Duration DRAIN = Duration.ofSeconds(3);

  /** How often a file that has to wait for others asks again. */
  private static final Duration TURN = Duration.ofMillis(500);

  private static final Duration MIN_BACKOFF = Duration.ofSeconds(1);
  private static final Duration MAX_BACKOFF = Duration.ofSeconds(30);

  private final UnexpectedErrors unexpected;
  private final ProducerShare lane;
  private final SourceMonitor monitor;
  private final Semaphore files;
  private final boolean again;
  private final InterruptiblePause pauses;
  private final ReadingJournal journal;

  /**
   * @param files bounds how many are read at once
   * @param again whether reading a file again is a new run
   * @param journal knows each file while it is read
   */
  FileReader(
      ProducerShare lane,
      SourceMonitor monitor,
      Semaphore files,
      boolean again,
      InterruptiblePause pauses,
      ReadingJournal journal) {
    this.journal = journal;
    unexpected = new UnexpectedErrors(LOG, monitor);
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
  ReadResult read(FrameSource source, SourceProgress progress, String copy)
      throws IOException, InterruptedException {
    RetryBackoff backoff = backoff();
    while (true) {
      try {
        return inTurn(source, progress, copy);
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

  /** Pauses before a file is tried again. Files are read one after the other: no jitter. */
  static RetryBackoff backoff() {
    return new RetryBackoff(MIN_BACKOFF, MAX_BACKOFF, 0);
  }

  /** A file was put away: it is read should it come again. */
  void forget(String copy) {
    journal.forget(monitor.id(), copy);
  }

  /** Waits until it may be read. */
  private ReadResult inTurn(FrameSource source, SourceProgress progress, String copy)
      throws IOException, InterruptedException {
    while (true) {
      files.acquire();
      try {
        ReadAdmission admission = journal.admit(monitor.id(), copy, false);
        if (admission instanceof ReadAdmission.Refused refused) {
          monitor.quarantined();
          return new ReadResult(refused.why(), null);
        }
        if (admission instanceof ReadAdmission.Granted granted) {
          try (JournaledRead reading = granted.reading()) {
            ReadResult outcome = attempt(source, progress, copy, reading);
            reading.finished();
            return outcome;
          }
        }
      } finally {
        files.release();
      }
      monitor.is(SourceState.WAITING);
      pauses.rest(TURN);
    }
  }

  private ReadResult attempt(
      FrameSource source, SourceProgress progress, String copy, JournaledRead reading)
      throws IOException, InterruptedException {
    FileSink sink =
        new FileSink(source.info(), lane, monitor, reading, epoch -> run(progress, epoch, copy));
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
      return new ReadResult(fault, run);
    } finally {
      if (!arrived) {
        sink.stop(DRAIN);
      }
    }
  }

  /** What was published before the damage counts as well. */
  private @Nullable String play(FrameSource source, FileSink sink)
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
      unexpected.tell("reading " + source.input() + " failed", e);
      return "an unexpected error: " + e;
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
