package io.sightings.ingest.settings;

import io.sightings.contract.image.ImageLimits;
import io.sightings.contract.settings.Check;
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
public record IngestorSettings(
    KafkaSettings kafka,
    SampleSettings sample,
    ImageLimits image,
    FileSettings files,
    LiveSettings live,
    FolderSettings folders,
    ServerSettings server,
    String state,
    List<SourceSettings> sources) {

  /** Headers of a frame and what Kafka wraps around it. */
  private static final int HEADER_BYTES = 64 << 10;

  public IngestorSettings {
    sources = sources == null ? List.of() : List.copyOf(sources);
    Check.notBlank("state", state);
    Check.that(
        kafka.maxMessageBytes() >= image.maxBytes() + HEADER_BYTES,
        "kafka.maxMessageBytes",
        kafka.maxMessageBytes(),
        "image.maxBytes and " + HEADER_BYTES + " more for headers");
    Check.that(
        kafka.inFlightBytes() >= kafka.maxMessageBytes(),
        "kafka.inFlightBytes",
        kafka.inFlightBytes(),
        "kafka.maxMessageBytes or more");
    Check.that(
        live.bufferBytes() >= image.maxBytes(),
        "live.bufferBytes",
        live.bufferBytes(),
        "image.maxBytes or more");
    Set<String> ids = new HashSet<>();
    for (SourceSettings source : sources) {
      Check.that(
          source.id().isEmpty() || ids.add(source.id()),
          "sources",
          "naming " + source.id() + " twice",
          "one source of an id");
    }
  }

  public static IngestorSettings defaults() {
    return new IngestorSettings(
        KafkaSettings.defaults(),
        SampleSettings.defaults(),
        ImageLimits.DEFAULT,
        FileSettings.defaults(),
        LiveSettings.defaults(),
        FolderSettings.defaults(),
        ServerSettings.defaults(),
        "state",
        List.of());
  }

  public IngestorSettings withKafka(KafkaSettings other) {
    return new IngestorSettings(other, sample, image, files, live, folders, server, state, sources);
  }

  public IngestorSettings withSample(SampleSettings other) {
    return new IngestorSettings(kafka, other, image, files, live, folders, server, state, sources);
  }

  public IngestorSettings withImage(ImageLimits other) {
    return new IngestorSettings(kafka, sample, other, files, live, folders, server, state, sources);
  }

  public IngestorSettings withFiles(FileSettings other) {
    return new IngestorSettings(kafka, sample, image, other, live, folders, server, state, sources);
  }

  public IngestorSettings withLive(LiveSettings other) {
    return new IngestorSettings(
        kafka, sample, image, files, other, folders, server, state, sources);
  }

  public IngestorSettings withFolders(FolderSettings other) {
    return new IngestorSettings(kafka, sample, image, files, live, other, server, state, sources);
  }

  public IngestorSettings withServer(ServerSettings other) {
    return new IngestorSettings(kafka, sample, image, files, live, folders, other, state, sources);
  }

  public IngestorSettings withState(String other) {
    return new IngestorSettings(kafka, sample, image, files, live, folders, server, other, sources);
  }

  public IngestorSettings withSources(List<SourceSettings> others) {
    return new IngestorSettings(kafka, sample, image, files, live, folders, server, state, others);
  }

  /** What is taken of a source. */
  public SampleSettings sampleOf(SourceSettings source) {
    return source.sample().over(sample);
  }
}
