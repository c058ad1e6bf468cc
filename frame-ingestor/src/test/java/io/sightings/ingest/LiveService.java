package io.sightings.ingest;

import io.sightings.ingest.journal.ReadingJournal;
import io.sightings.ingest.live.LiveCameras;
import io.sightings.ingest.monitor.SourceMonitor;
import io.sightings.ingest.monitor.SourceMonitors;
import io.sightings.ingest.monitor.SourceState;
import io.sightings.ingest.monitor.SourceStatus;
import io.sightings.ingest.publish.KafkaLink;
import io.sightings.ingest.publish.PublishException;
import io.sightings.ingest.service.IngestService;
import io.sightings.ingest.service.RunningSource;
import io.sightings.ingest.service.SourceFactory;
import io.sightings.ingest.service.SourceType;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.LiveSettings;
import io.sightings.ingest.settings.SourceSettings;
import io.sightings.ingest.settings.SourceSettingsBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A service of live sources, and what tests look at. */
record LiveService(IngestService service, LiveCameras cameras) implements AutoCloseable {

  static LiveService start(IngestorSettings settings) throws PublishException {
    KafkaLink kafka = KafkaLink.open(settings.kafka());
    LiveCameras cameras =
        new LiveCameras(
            kafka.publisher(),
            settings.live(),
            ReadingJournal.open(Path.of(settings.state()), settings.files().maxDeaths()));
    SourceFactory none = (source, all, monitor) -> new IdleSource(monitor);
    Map<SourceType, SourceFactory> factories = new EnumMap<>(SourceType.class);
    for (SourceType type : SourceType.values()) {
      factories.put(type, type == SourceType.URL || type == SourceType.DEVICE ? cameras : none);
    }
    return new LiveService(
        IngestService.start(settings, kafka, factories, new SourceMonitors()), cameras);
  }

  /** Settings with haste, for tests. */
  static IngestorSettings settings(String bootstrap, String topic, SourceSettings... sources) {
    IngestorSettings defaults = IngestorSettings.defaults();
    return defaults
        .withKafka(defaults.kafka().withBootstrap(bootstrap).withTopic(topic))
        .withLive(
            LiveSettings.defaults()
                .withTimeout(Duration.ofSeconds(2))
                .withMinBackoff(Duration.ofMillis(200))
                .withMaxBackoff(Duration.ofSeconds(2)))
        .withState(folder().toString())
        .withSources(List.of(sources));
  }

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("live-service-");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A webcam of FFmpeg's own, in real time. */
  static SourceSettings drawn(String id, int width, int height, int fps) {
    WebcamLibrary.assume();
    String graph = "testsrc2=size=%dx%d:rate=%d,realtime".formatted(width, height, fps);
    return SourceSettingsBuilder.builder().id(id).device(graph).format("lavfi").build();
  }

  SourceStatus status(String id) {
    return service.monitors().status().stream()
        .filter(source -> source.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    service.close();
  }

  private record IdleSource(SourceMonitor monitor) implements RunningSource {
    @Override
    public void start() {
      monitor.is(SourceState.IDLE);
    }

    @Override
    public void close() {
      monitor.is(SourceState.DONE);
    }
  }
}
