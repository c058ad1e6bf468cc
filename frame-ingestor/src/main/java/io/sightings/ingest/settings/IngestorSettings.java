package io.sightings.ingest.settings;

import io.sightings.contract.image.ImageLimits;
import io.sightings.contract.settings.SettingChecks;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All the ingestor can be told. The file {@code conf/ingestor.yaml} lists every key.
 *
 * @param kafka where frames go
 * @param sample which pictures are taken, unless a source says otherwise
 * @param image the bounds of pictures
 * @param files how recordings and photos are read
 * @param live how cameras and other streams are followed
 * @param folders how watched folders are read
 * @param server uploads, health and metrics by HTTP
 * @param state folder in which progress is kept, and uploaded videos until they are read
 * @param sources what is read
 */
@RecordBuilder
public record IngestorSettings(
    ProducerSettings kafka,
    SampleSettings sample,
    ImageLimits image,
    FileSettings files,
    LiveSettings live,
    FolderSettings folders,
    ServerSettings server,
    String state,
    List<SourceSettings> sources)
    implements IngestorSettingsBuilder.With {

  /** Headers of a frame and what Kafka wraps around it. */
  private static final int HEADER_BYTES = 64 << 10;

  public IngestorSettings {
    sources = sources == null ? List.of() : List.copyOf(sources);
    SettingChecks.notBlank("state", state);
    SettingChecks.that(
        kafka.maxMessageBytes() >= image.maxBytes() + HEADER_BYTES,
        "kafka.maxMessageBytes",
        kafka.maxMessageBytes(),
        "image.maxBytes and " + HEADER_BYTES + " more for headers");
    SettingChecks.that(
        kafka.inFlightBytes() >= kafka.maxMessageBytes(),
        "kafka.inFlightBytes",
        kafka.inFlightBytes(),
        "kafka.maxMessageBytes or more");
    SettingChecks.that(
        live.bufferBytes() >= image.maxBytes(),
        "live.bufferBytes",
        live.bufferBytes(),
        "image.maxBytes or more");
    Set<String> ids = new HashSet<>();
    for (SourceSettings source : sources) {
      SettingChecks.that(
          source.id().isEmpty() || ids.add(source.id()),
          "sources",
          "naming " + source.id() + " twice",
          "one source of an id");
    }
  }

  public static IngestorSettings defaults() {
    return new IngestorSettings(
        ProducerSettings.defaults(),
        SampleSettings.defaults(),
        ImageLimits.DEFAULT,
        FileSettings.defaults(),
        LiveSettings.defaults(),
        FolderSettings.defaults(),
        ServerSettings.defaults(),
        "state",
        List.of());
  }

  /** What is taken of a source. */
  public SampleSettings sampleOf(SourceSettings source) {
    return source.sample().over(sample);
  }
}
