package io.sightings.ingest;

import io.sightings.ingest.journal.ReadingJournal;
import io.sightings.ingest.monitor.FrameCounts;
import io.sightings.ingest.monitor.IngestListener;
import io.sightings.ingest.monitor.SourceMonitor;
import io.sightings.ingest.monitor.SourceReport;
import io.sightings.ingest.progress.SourceProgress;
import io.sightings.ingest.publish.FramePublisher;
import io.sightings.ingest.publish.FramesTopic;
import io.sightings.ingest.publish.PublishException;
import io.sightings.ingest.reading.FileErrorMessages;
import io.sightings.ingest.reading.FileReadContext;
import io.sightings.ingest.reading.FrameSourceReader;
import io.sightings.ingest.reading.InterruptiblePause;
import io.sightings.ingest.reading.ReadResult;
import io.sightings.ingest.service.SourceType;
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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads files and folders once and publishes them as frames. */
public final class FileIngestor {
  private static final Logger LOG = LoggerFactory.getLogger(FileIngestor.class);
  private static final int STOP_SECONDS = 10;

  private final IngestorSettings settings;
  private final IngestListener listener;

  /** An input is a source to be read, or a report if it cannot be. */
  private record Input(@Nullable FrameSource source, @Nullable SourceReport report) {}

  private FileIngestor(IngestorSettings settings, IngestListener listener) {
    this.settings = settings;
    this.listener = listener;
  }

  /**
   * Reads all inputs to their ends and waits until their frames have arrived. An input that cannot
   * be read, or not to its end, is in the report and keeps no other from being read.
   *
   * @throws PublishException if Kafka cannot be used at all; the text says how to mend it
   * @throws InterruptedException if the calling thread is interrupted; reading has stopped then
   */
  public static IngestReport run(
      IngestorSettings settings, List<SourceSettings> inputs, IngestListener listener)
      throws PublishException, InterruptedException {
    return new FileIngestor(settings, listener).run(inputs);
  }

  private IngestReport run(List<SourceSettings> named)
      throws PublishException, InterruptedException {
    long start = System.nanoTime();
    InputResolver resolver = new InputResolver(settings);
    List<Input> inputs = new ArrayList<>();
    for (SourceSettings one : named) {
      try {
        resolver.resolve(one).forEach(source -> inputs.add(new Input(source, null)));
      } catch (IOException e) {
        inputs.add(new Input(null, unreadable(one, e)));
      }
    }
    // Without a source Kafka is not needed.
    boolean any = inputs.stream().anyMatch(input -> input.source() != null);
    List<SourceReport> reports =
        any ? publish(inputs) : inputs.stream().map(Input::report).toList();
    return new IngestReport(reports, resolver.skippedFiles(), since(start));
  }

  private SourceReport unreadable(SourceSettings input, IOException why) {
    String failure = FileErrorMessages.text(why);
    return finished(
        new SourceReport(
            input.path(), null, FrameCounts.NONE, Duration.ZERO, Duration.ZERO, failure));
  }

  private List<SourceReport> publish(List<Input> inputs)
      throws PublishException, InterruptedException {
    new FramesTopic(settings.kafka()).ensure();
    int parallel = settings.files().parallel();
    ReadingJournal journal = journal();
    try (FramePublisher kafka = FramePublisher.connect(settings.kafka())) {
      FileReadContext context =
          new FileReadContext(
              kafka.share(settings.kafka().inFlightBytes(), settings.kafka().deliveryTimeout()),
              new Semaphore(parallel),
              journal);
      ExecutorService threads = Executors.newFixedThreadPool(parallel);
      try {
        List<Future<SourceReport>> running = new ArrayList<>();
        for (Input input : inputs) {
          running.add(threads.submit(reading(input, context)));
        }
        List<SourceReport> reports = new ArrayList<>();
        for (Future<SourceReport> one : running) {
          reports.add(one.get());
        }
        return reports;
      } catch (ExecutionException e) {
        throw new IllegalStateException("a source reports and does not throw", e.getCause());
      } finally {
        // No thread may send when the publisher is closed.
        threads.shutdownNow();
        if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
          LOG.warn("A source did not stop within {} s and is left behind", STOP_SECONDS);
        }
        if (journal != null) {
          journal.close();
        }
      }
    }
  }

  /** Only where the ingestor keeps its state: a run of its own leaves nothing else there. */
  private @Nullable ReadingJournal journal() {
    Path state = Path.of(settings.state());
    return Files.isDirectory(state)
        ? ReadingJournal.open(state, settings.files().maxDeaths())
        : null;
  }

  private Callable<SourceReport> reading(Input input, FileReadContext context) {
    FrameSource source = input.source();
    return source == null ? input::report : () -> read(source, context);
  }

  private SourceReport read(FrameSource source, FileReadContext context) {
    long start = System.nanoTime();
    SourceMonitor monitor = new SourceMonitor(source.info().id(), SourceType.PATH.toString());
    FrameSourceReader reader =
        new FrameSourceReader(context, monitor, settings.files().again(), new InterruptiblePause());
    Duration media = Duration.ZERO;
    String failure;
    try {
      String copy = FrameSourceReader.copy(source.input());
      ReadResult result = reader.read(source, SourceProgress.unrecorded(), copy, listener);
      media = result.media();
      failure = result.lastingFault();
    } catch (IOException e) {
      failure = FileErrorMessages.text(e);
    } catch (InterruptedException e) {
      failure = "stopped before its end";
    } catch (RuntimeException e) {
      LOG.warn("Reading {} failed by an unexpected error", source.input(), e);
      failure = FileErrorMessages.text(e);
    }
    return finished(
        new SourceReport(
            source.input(), source.info(), monitor.counts(), media, since(start), failure));
  }

  private SourceReport finished(SourceReport report) {
    listener.finished(report);
    return report;
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
