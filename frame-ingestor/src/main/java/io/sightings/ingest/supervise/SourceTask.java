package io.sightings.ingest.supervise;

import io.sightings.ingest.address.MediaException;
import io.sightings.ingest.journal.JournaledRead;
import io.sightings.ingest.journal.ReadAdmission;
import io.sightings.ingest.journal.ReadingJournal;
import io.sightings.ingest.publish.FramePublisher;
import io.sightings.ingest.publish.PublishException;
import io.sightings.ingest.source.FrameSource;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of one source, whose failure is a report and never an exception. */
final class SourceTask implements Callable<SourceReport> {
  private static final Logger LOG = LoggerFactory.getLogger(SourceTask.class);

  /** How often a source that has to wait for others asks again: once of these. */
  private static final TimeUnit TURN = TimeUnit.SECONDS;

  private final FrameSource source;
  private final Optional<ReadingJournal> journal;
  private final RunSink sink;
  private final IngestListener listener;

  /**
   * @param journal knows the source while it is read; empty where none is kept
   */
  SourceTask(
      FrameSource source,
      FramePublisher kafka,
      Optional<ReadingJournal> journal,
      IngestListener listener) {
    this.source = source;
    this.journal = journal;
    this.sink = new RunSink(source.info(), kafka, listener);
    this.listener = listener;
  }

  @Override
  public SourceReport call() {
    long start = System.nanoTime();
    SourceReport report;
    try {
      MediaException incomplete = run();
      report = report(start, incomplete == null ? null : incomplete.getMessage(), incomplete);
    } catch (IOException e) {
      report = report(start, sentence(e), e);
    } catch (InterruptedException e) {
      report = report(start, "stopped before its end", e);
    } catch (RuntimeException e) {
      LOG.warn("Reading {} failed by an unexpected error", source.input(), e);
      report = report(start, "an unexpected error: " + e, e);
    }
    listener.finished(report);
    return report;
  }

  /** What was published before the damage shall arrive as well. */
  private @Nullable MediaException run() throws IOException, InterruptedException {
    MediaException incomplete = null;
    try (JournaledRead reading = admitted()) {
      source.run(sink);
      reading.finished();
    } catch (MediaException e) {
      incomplete = e;
    }
    sink.await();
    return incomplete;
  }

  /** Waits until it may be read. */
  private JournaledRead admitted() throws MediaException, InterruptedException {
    while (journal.isPresent()) {
      ReadAdmission admission = journal.get().admit(source.info().id(), source.input(), false);
      if (admission instanceof ReadAdmission.Refused refused) {
        throw new MediaException(
            refused.why() + ": convert it, or delete its entry in the state folder's reading/");
      }
      if (admission instanceof ReadAdmission.Granted granted) {
        return granted.reading();
      }
      TURN.sleep(1);
    }
    return JournaledRead.UNRECORDED;
  }

  private SourceReport report(long start, @Nullable String failure, @Nullable Throwable cause) {
    return new SourceReport(
        source.input(),
        source.info(),
        sink.counts(),
        sink.position(),
        Duration.ofNanos(System.nanoTime() - start),
        failure,
        cause);
  }

  /** The JDK's messages are often no more than the path. */
  static @Nullable String sentence(IOException e) {
    if (e instanceof MediaException || e instanceof PublishException) {
      return e.getMessage();
    }
    if (e instanceof NoSuchFileException) {
      return "there is no such file any more";
    }
    if (e instanceof AccessDeniedException denied) {
      return denied.getFile() + " may not be read: check its permissions";
    }
    return "it cannot be read: " + e.getMessage();
  }
}
