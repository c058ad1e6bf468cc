package io.sightings.cli.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.cameras.CameraCredentials;
import io.sightings.cameras.CameraServer;
import io.sightings.cameras.SimulatedCamera;
import io.sightings.cameras.clip.LabClip;
import io.sightings.kafka.LocalBroker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ingestor as a user runs it: its own process, a real broker, cameras over real RTSP. */
class IngestDaemonIT {
  private static final List<String> SECRETS =
      List.of("s3cret-of-door", "wr0ng-password", "p@ss/of:away", "p%40ss", "qu3ry-secret");

  @TempDir private Path folder;

  @Test
  void sourcesComeAndGoWithTheSettingsAndNoCredentialIsEverTold() throws Exception {
    try (LocalBroker kafka = LocalBroker.start();
        CameraServer cameras = CameraServer.start()) {
      SimulatedCamera door = cameras.camera("door", LabClip.h264());
      door.secured(CameraCredentials.digest("viewer", "s3cret-of-door"));
      SimulatedCamera yard = cameras.camera("yard", LabClip.h264());
      yard.secured(CameraCredentials.basic("viewer", "right-password"));
      SimulatedCamera gate = cameras.camera("gate", LabClip.h264());
      String doorLine = "  - {id: door, url: \"%s\"}%n".formatted(door.url());
      String yardLine =
          "  - {id: yard, url: \"%s\", username: viewer, password: wr0ng-password}%n"
              .formatted(yard.plainUrl());
      String awayLine = "  - {id: away, url: \"rtsp://admin:p@ss/of:away@127.0.0.1:1/x\"}\n";
      String queryLine =
          "  - {id: query, url: \"http://127.0.0.1:1/v.mjpg?user=admin&password=qu3ry-secret\"}\n";
      String gateLine = "  - {id: gate, url: \"%s\"}%n".formatted(gate.url());
      String first = "sources:\n" + doorLine + yardLine + awayLine + queryLine;

      try (IngestCommandProcess ingest =
          new IngestCommandProcess(folder, kafka.bootstrap(), first)) {
        ingest.awaitState("door", "STREAMING");
        ingest.awaitState("yard", "FAILED");
        ingest.await("away was tried", () -> ingest.source("away").hasNonNull("lastError"));
        ingest.await("query was tried", () -> ingest.source("query").hasNonNull("lastError"));

        ingest.write("sources:\n" + doorLine + yardLine + gateLine);
        ingest.awaitState("gate", "STREAMING");
        ingest.await("away is gone", () -> ingest.source("away").isEmpty());
        assertThat(door.connections()).as("whoever is not changed is left alone").isEqualTo(1);

        ingest.write(
            "sources:\n" + doorLine + "  - {id: gate, ulr: \"rtsp://a:qu3ry-secret@b\"}\n");
        ingest.await("the fault is told", () -> ingest.said().contains("stay as they were"));
        assertThat(ingest.source("gate").path("state").asText()).isEqualTo("STREAMING");

        int tries = yard.connections();
        ingest.write("sources:\n" + doorLine + yardLine + gateLine);
        ingest.hangUp();
        ingest.await("yard is tried again", () -> yard.connections() > tries);

        ingest.await("frames arrive", () -> ingest.source("door").path("published").asInt() > 5);
        String told = ingest.get("/health") + ingest.get("/metrics") + ingest.get("/ready");
        ingest.stop();

        assertThat(ingest.said()).contains("SOURCE", "door", "Stopping: what was taken is sent.");
        told += ingest.said() + Files.readString(ingest.log()) + topic(kafka);
        assertThat(told).contains("door/live-").doesNotContain(SECRETS);
      }
    }
  }

  /** All headers and keys on the topic, as text. */
  private static String topic(LocalBroker kafka) {
    StringBuilder text = new StringBuilder();
    Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrap());
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> parts =
          consumer.partitionsFor("frames").stream()
              .map(part -> new TopicPartition(part.topic(), part.partition()))
              .toList();
      consumer.assign(parts);
      consumer.seekToBeginning(parts);
      Map<TopicPartition, Long> ends = consumer.endOffsets(parts);
      while (parts.stream().anyMatch(part -> consumer.position(part) < ends.get(part))) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
          record
              .headers()
              .forEach(header -> text.append(new String(header.value(), StandardCharsets.UTF_8)));
        }
      }
    }
    return text.toString();
  }
}
