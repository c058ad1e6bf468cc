package io.sightings.ingest.supervise;

import io.sightings.ingest.journal.ReadingJournal;
import io.sightings.ingest.publish.FramePublisher;
import io.sightings.ingest.publish.FramesTopic;
import io.sightings.ingest.publish.PublishException;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.SourceSettings;
import io.sightings.ingest.source.FrameSource;
import io.sightings.ingest.source.InputResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Resolves inputs and runs their sources, some at a time. For one run. */
public final class SourceSupervisor {
  private static final Logger LOG = LoggerFactory.getLogger(SourceSupervisor.class);
  private static final int STOP_SECONDS = 10;

  private final IngestorSettings settings;
  private final IngestListener listener;

  /** Either a report already, or the source still to be read. */
  private record Entry(@Nullable SourceReport report, @Nullable FrameSource source) {}

  public SourceSupervisor(IngestorSettings settings, IngestListener listener) {
    this.settings = settings;
    this.listener = listener;
  }

  /**
   * Reads all inputs to their ends.
   *
   * @throws PublishException if Kafka cannot be used at all
   * @throws InterruptedException if the calling thread is interrupted; all sources are stopped
   */
  public IngestReport run(List<SourceSettings> inputs)
      throws PublishException, InterruptedException {
    long start = System.nanoTime();
    InputResolver resolver = new InputResolver(settings);
    List<Entry> entries = new ArrayList<>();
    for (SourceSettings input : inputs) {
      resolve(resolver, input, entries);
    }
    List<SourceReport> reports =
        entries.stream().allMatch(entry -> entry.source() == null)
            ? entries.stream().map(Entry::report).toList()
            : publish(entries);
    return new IngestReport(
        reports, resolver.skippedFiles(), Duration.ofNanos(System.nanoTime() - start));
  }

  private void resolve(InputResolver resolver, SourceSettings input, List<Entry> entries) {
    try {
      resolver.resolve(input).forEach(source -> entries.add(new Entry(null, source)));
    } catch (IOException e) {
      SourceReport report =
          new SourceReport(
              input.path(),
              null,
              FrameCounts.NONE,
              Duration.ZERO,
              Duration.ZERO,
              SourceTask.sentence(e),
              e);
      listener.finished(report);
      entries.add(new Entry(report, null));
    }
  }

  private List<SourceReport> publish(List<Entry> entries)
      throws PublishException, InterruptedException {
    new FramesTopic(settings.kafka()).ensure();
    Optional<ReadingJournal> journal = journal();
    try (FramePublisher kafka = FramePublisher.connect(settings.kafka())) {
      ExecutorService workers = Executors.newFixedThreadPool(settings.files().parallel());
      try {
        return reports(entries, workers, kafka, journal);
      } finally {
        // No sender may be active when the publisher is closed.
        workers.shutdownNow();
        if (!workers.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
          LOG.warn("A source did not stop within {} s and is left behind", STOP_SECONDS);
        }
        journal.ifPresent(ReadingJournal::close);
      }
    }
  }

  /**
   * There is one where the ingestor keeps its state: a run of its own leaves nothing else there.
   */
  private Optional<ReadingJournal> journal() {
    Path state = Path.of(settings.state());
    return Files.isDirectory(state)
        ? Optional.of(ReadingJournal.open(state, settings.files().maxDeaths()))
        : Optional.empty();
  }

  private List<SourceReport> reports(
      List<Entry> entries,
      ExecutorService workers,
      FramePublisher kafka,
      Optional<ReadingJournal> journal)
      throws InterruptedException {
    List<Future<SourceReport>> running = new ArrayList<>();
    for (Entry entry : entries) {
      running.add(
          entry.source() == null
              ? CompletableFuture.completedFuture(entry.report())
              : workers.submit(new SourceTask(entry.source(), kafka, journal, listener)));
    }
    List<SourceReport> reports = new ArrayList<>();
    for (Future<SourceReport> one : running) {
      reports.add(get(one));
    }
    return reports;
  }

  private static SourceReport get(Future<SourceReport> running) throws InterruptedException {
    try {
      return running.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a task reports and does not throw", e.getCause());
    }
  }
}
