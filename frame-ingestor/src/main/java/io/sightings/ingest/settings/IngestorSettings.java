package io.sightings.ingest.settings;

import io.sightings.contract.settings.Check;
import java.util.List;

/**
 * All the ingestor can be told. The file {@code conf/ingestor.yaml} lists every key.
 *
 * @param kafka where frames go
 * @param sampling which frames of a stream are taken
 * @param image how frames are encoded, and their bounds
 * @param files how recordings and photos are read
 * @param sources what is read when nothing else is asked for
 */
public record IngestorSettings(
    KafkaSettings kafka,
    SamplingSettings sampling,
    ImageSettings image,
    FileSettings files,
    List<SourceSettings> sources) {

  /** Headers of a frame and what Kafka wraps around it. */
  private static final int HEADER_BYTES = 64 << 10;

  public IngestorSettings {
    sources = sources == null ? List.of() : List.copyOf(sources);
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
  }

  public static IngestorSettings defaults() {
    return new IngestorSettings(
        KafkaSettings.defaults(),
        SamplingSettings.defaults(),
        ImageSettings.defaults(),
        FileSettings.defaults(),
        List.of());
  }

  public IngestorSettings withKafka(KafkaSettings other) {
    return new IngestorSettings(other, sampling, image, files, sources);
  }

  public IngestorSettings withSampling(SamplingSettings other) {
    return new IngestorSettings(kafka, other, image, files, sources);
  }

  public IngestorSettings withImage(ImageSettings other) {
    return new IngestorSettings(kafka, sampling, other, files, sources);
  }

  public IngestorSettings withFiles(FileSettings other) {
    return new IngestorSettings(kafka, sampling, image, other, sources);
  }
}
