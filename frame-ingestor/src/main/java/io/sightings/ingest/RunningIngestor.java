package io.sightings.ingest;

import io.sightings.ingest.folder.FolderWatch;
import io.sightings.ingest.http.IngestServer;
import io.sightings.ingest.http.upload.IngestBackend;
import io.sightings.ingest.journal.ReadingJournal;
import io.sightings.ingest.live.LiveCameras;
import io.sightings.ingest.monitor.SourceMonitors;
import io.sightings.ingest.monitor.SourceStatus;
import io.sightings.ingest.progress.StateFolder;
import io.sightings.ingest.publish.KafkaLink;
import io.sightings.ingest.publish.ProducerShare;
import io.sightings.ingest.publish.PublishException;
import io.sightings.ingest.reading.FileReadContext;
import io.sightings.ingest.reading.FileRun;
import io.sightings.ingest.service.IngestService;
import io.sightings.ingest.service.SettingsChanges;
import io.sightings.ingest.service.SourceFactory;
import io.sightings.ingest.service.SourceType;
import io.sightings.ingest.settings.IngestorSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * The ingestor that runs until it is closed: cameras, webcams, uploads, watched folders and
 * recordings, beside each other. Safe for use by many threads.
 */
public final class RunningIngestor implements AutoCloseable {
  private final IngestService service;
  private final IngestServer server;
  private final ReadingJournal journal;

  private RunningIngestor(IngestService service, IngestServer server, ReadingJournal journal) {
    this.journal = journal;
    this.service = service;
    this.server = server;
  }

  /**
   * Starts everything the settings name. Neither Kafka nor any camera need be there yet.
   *
   * @param version of the product, as the status endpoints report it
   * @throws PublishException if the settings do not make a Kafka client
   * @throws IOException if the HTTP server cannot listen; the text says how to mend it
   */
  public static RunningIngestor start(IngestorSettings settings, String version)
      throws IOException {
    StateFolder.prepare(Path.of(settings.state()));
    KafkaLink kafka = KafkaLink.open(settings.kafka());
    SourceMonitors monitors = new SourceMonitors();
    ReadingJournal journal =
        ReadingJournal.open(Path.of(settings.state()), settings.files().maxDeaths());
    IngestService service =
        IngestService.start(settings, kafka, factories(settings, kafka, journal), monitors);
    try {
      IngestBackend backend =
          new IngestBackend(
              service::source,
              kafka.publisher(),
              monitors,
              version,
              () -> Optional.ofNullable(kafka.problem()));
      return new RunningIngestor(service, IngestServer.start(settings, backend), journal);
    } catch (IOException | RuntimeException e) {
      service.close();
      journal.close();
      throw e;
    }
  }

  /** Cameras share memory; files share a part of the producer and the number read at once. */
  private static Map<SourceType, SourceFactory> factories(
      IngestorSettings settings, KafkaLink kafka, ReadingJournal journal) {
    FileReadContext context =
        new FileReadContext(
            kafka.publisher().share(settings.kafka().inFlightBytes(), ProducerShare.FOREVER),
            new Semaphore(settings.files().parallel(), true),
            journal);
    SourceFactory cameras = new LiveCameras(kafka.publisher(), settings.live(), journal);
    SourceFactory files = (source, all, monitor) -> new FileRun(source, all, monitor, context);
    SourceFactory folders =
        (source, all, monitor) -> new FolderWatch(source, all, monitor, context);
    return Map.of(
        SourceType.URL, cameras,
        SourceType.DEVICE, cameras,
        SourceType.PATH, files,
        SourceType.WATCH, folders,
        SourceType.UPLOAD, folders);
  }

  /**
   * Adds, changes and removes sources so that they are as the settings say; all others run on.
   *
   * @throws IllegalArgumentException if the settings cannot be applied; everything stays as it is
   */
  public SettingsChanges apply(IngestorSettings settings) {
    return service.apply(settings);
  }

  /** Tries again now what failed, even for good, or waits to be tried again. */
  public void retry() {
    service.retry();
  }

  public List<SourceStatus> status() {
    return service.monitors().status();
  }

  /** Why Kafka takes no frames at present. */
  public @Nullable String kafkaProblem() {
    return service.kafka().problem();
  }

  /**
   * Whether Kafka refuses this ingestor and has done so since the start; see what its problem is.
   */
  public boolean kafkaRefusedFromTheStart() {
    return service.kafka().refusedFromTheStart();
  }

  /** The port for uploads. */
  public int port() {
    return server.port();
  }

  /** The port of /health, /ready and /metrics. */
  public int statusPort() {
    return server.statusPort();
  }

  /** Takes no more, sends what was taken as far as Kafka takes it within some seconds, and ends. */
  @Override
  public void close() {
    server.close();
    service.close();
    journal.close();
  }
}
