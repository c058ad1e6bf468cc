package io.sightings.ingest.reading;

import io.sightings.contract.retry.RetryBackoff;
import io.sightings.ingest.address.MediaException;
import io.sightings.ingest.journal.ReadAdmission;
import io.sightings.ingest.monitor.IngestListener;
import io.sightings.ingest.monitor.SourceMonitor;
import io.sightings.ingest.monitor.SourceState;
import io.sightings.ingest.monitor.UnexpectedErrors;
import io.sightings.ingest.progress.RunProgress;
import io.sightings.ingest.progress.SourceProgress;
import io.sightings.ingest.publish.PublishException;
import io.sightings.ingest.source.FrameSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads files to their ends and publishes their frames. Of one thread. */
public final class FrameSourceReader {
  private static final Logger LOG = LoggerFactory.getLogger(FrameSourceReader.class);

  /** For frames in flight when the ingestor is stopped. */
  private static final Duration DRAIN_TIMEOUT = Duration.ofSeconds(3);

  /** How often a file that has to wait for others asks again. */
  private static final Duration ADMISSION_INTERVAL = Duration.ofMillis(500);

  private static final Duration MIN_BACKOFF = Duration.ofSeconds(1);
  private static final Duration MAX_BACKOFF = Duration.ofSeconds(30);

  private final UnexpectedErrors unexpected;
  private final FileReadContext context;
  private final SourceMonitor monitor;
  private final boolean again;
  private final InterruptiblePause pauses;

  /**
   * @param again whether reading a file again is a new run
   */
  public FrameSourceReader(
      FileReadContext context, SourceMonitor monitor, boolean again, InterruptiblePause pauses) {
    this.context = context;
    this.monitor = monitor;
    this.again = again;
    this.pauses = pauses;
    unexpected = new UnexpectedErrors(LOG, monitor);
  }

  /** Pauses before a file is tried again. Files of a source are read one by one: no jitter. */
  public static RetryBackoff backoff() {
    return new RetryBackoff(MIN_BACKOFF, MAX_BACKOFF, 0);
  }

  /** Names this copy of a file, so that another one in its place is read. */
  public static String copy(String input) throws IOException {
    Path path = Path.of(input);
    return Files.isRegularFile(path)
        ? input + " " + Files.size(path) + " " + Files.getLastModifiedTime(path).toMillis()
        : input;
  }

  /**
   * Publishes a file from where the last attempt has got to, as soon as Kafka takes it.
   *
   * @param copy names this copy of what the file holds
   * @throws IOException if it cannot be read now, which says nothing of its content
   */
  public ReadResult readOnceKafkaTakesIt(FrameSource source, SourceProgress progress, String copy)
      throws IOException, InterruptedException {
    RetryBackoff backoff = backoff();
    while (true) {
      try {
        return read(source, progress, copy, IngestListener.NONE);
      } catch (PublishException e) {
        monitor.error(e.getMessage());
        monitor.is(SourceState.WAITING);
        LOG.warn("{} waits for Kafka: {}", monitor.id(), e.getMessage());
      }
      pauses.rest(backoff.next());
    }
  }

  /**
   * Publishes a file from where the last attempt has got to, when it is its turn.
   *
   * @param copy names this copy of what the file holds
   * @throws PublishException if Kafka does not take its frames
   * @throws IOException if it cannot be read now, which says nothing of its content
   */
  public ReadResult read(
      FrameSource source, SourceProgress progress, String copy, IngestListener listener)
      throws IOException, InterruptedException {
    while (true) {
      context.parallel().acquire();
      try {
        ReadAdmission admission = context.admit(monitor.id(), copy);
        if (admission instanceof ReadAdmission.Refused refused) {
          monitor.quarantined();
          return ReadResult.refused(refused.why());
        }
        if (admission instanceof ReadAdmission.Granted granted) {
          try (granted) {
            ResumableFrameSink sink =
                new ResumableFrameSink(
                    source.info(),
                    context.kafka(),
                    monitor,
                    listener,
                    granted,
                    epoch -> run(progress, epoch, copy));
            ReadResult result = publish(source, sink);
            granted.finished();
            return result;
          }
        }
      } finally {
        context.parallel().release();
      }
      monitor.is(SourceState.WAITING);
      pauses.rest(ADMISSION_INTERVAL);
    }
  }

  /** A file was put away: it is read should it come again. */
  public void forget(String copy) {
    context.forget(monitor.id(), copy);
  }

  private ReadResult publish(FrameSource source, ResumableFrameSink sink)
      throws IOException, InterruptedException {
    boolean arrived = false;
    try {
      monitor.is(SourceState.READING);
      String fault = play(source, sink);
      sink.await();
      arrived = true;
      RunProgress run = sink.progress();
      if (run != null && fault != null) {
        run.save();
      } else if (run != null && !run.isComplete()) {
        run.complete();
      }
      return new ReadResult(fault, run, sink.position(), false);
    } catch (PublishException e) {
      throw e;
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw stopped(e);
      }
      throw e;
    } finally {
      if (!arrived) {
        sink.stop(DRAIN_TIMEOUT);
      }
    }
  }

  /** What was published before the damage counts as well. */
  private @Nullable String play(FrameSource source, ResumableFrameSink sink)
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
