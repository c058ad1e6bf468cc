package io.sightings.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.cli.Main;
import io.sightings.contract.Sighting;
import io.sightings.contract.SightingStatus;
import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import io.sightings.contract.codec.Json;
import io.sightings.contract.codec.KafkaMessages;
import io.sightings.contract.codec.SightingsTopics;
import io.sightings.kafka.LocalBroker;
import io.sightings.kafka.TopicPlan;
import io.sightings.toolkit.topics.KafkaAccess;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandIT {
  @TempDir Path files;

  private final StringWriter said = new StringWriter();
  private LocalBroker kafka;

  @BeforeEach
  void start() {
    kafka = LocalBroker.start();
    kafka.createTopics(List.of(TopicPlan.of("sightings", 2)));
  }

  @AfterEach
  void stop() {
    kafka.close();
  }

  @Test
  void whatTheBrokerGaveUpIsFoundAndPutBackOnce() throws Exception {
    publish(closed("a"), closed("b"));
    file("sightings-1.jsonl", closed("a"), closed("b"));
    assertThat(audit()).as(said.toString()).isZero();

    try (KafkaProducer<byte[], byte[]> open = transaction()) {
      open.send(KafkaMessages.to(SightingsTopics.SIGHTINGS, closed("c"))).get();
      file("sightings-2.jsonl", closed("c"));
      assertThat(audit("--republish")).isZero();
      assertThat(said.toString()).contains("1 are in transactions that are still open");
      open.abortTransaction();
    }

    assertThat(audit()).isEqualTo(1);
    assertThat(said.toString()).contains("c revision 2 is missing from the topic");
    assertThat(audit("--republish")).isZero();
    assertThat(audit()).as(said.toString()).isZero();
    assertThat(said.toString()).contains("3 closed sightings on the topic, 3 in the files");
  }

  @Test
  void whatIsThereTwiceOrOtherwiseIsNamed() throws Exception {
    publish(closed("a"), closed("a"), closed("b"));
    file("sightings-1.jsonl", closed("a"), named("b", "Somebody else"));
    // Still being written.
    file(".sightings-2.jsonl.inprogress", closed("c"));

    assertThat(audit()).isEqualTo(1);

    assertThat(said.toString())
        .contains("a revision 2 is on the topic more than once")
        .contains("b revision 2 differs on topic and in files")
        .contains("missing from the topic: 0; twice: 1; different: 1");
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    assertThat(run("audit", files.resolve("none").toString())).isEqualTo(2);
    assertThat(said.toString()).contains("there is no such folder");
  }

  private int audit(String... more) {
    List<String> words =
        new ArrayList<>(List.of("audit", files.toString(), "--bootstrap", kafka.bootstrap()));
    words.addAll(List.of(more));
    return run(words.toArray(String[]::new));
  }

  private int run(String... words) {
    said.getBuffer().setLength(0);
    PrintWriter out = new PrintWriter(said, true);
    return Main.run(out, out, words);
  }

  private void publish(Sighting... sightings) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer = new KafkaAccess(kafka.bootstrap()).producer()) {
      for (Sighting sighting : sightings) {
        producer.send(KafkaMessages.to(SightingsTopics.SIGHTINGS, sighting)).get();
      }
    }
  }

  private KafkaProducer<byte[], byte[]> transaction() {
    KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrap(), "transactional.id", "a-job"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    producer.initTransactions();
    producer.beginTransaction();
    return producer;
  }

  /** Files are written after the transactions that hold the same have begun. */
  private void file(String name, Sighting... sightings) throws Exception {
    StringBuilder lines = new StringBuilder();
    for (Sighting sighting : sightings) {
      lines.append(new String(Json.write(sighting), StandardCharsets.UTF_8)).append('\n');
    }
    Path folder = Files.createDirectories(files.resolve("date=2026-06-01"));
    Path file = Files.writeString(folder.resolve(name), lines);
  }

  private static Sighting closed(String id) {
    return named(id, "Anna");
  }

  private static Sighting named(String id, String name) {
    Instant noon = Instant.parse("2026-06-01T12:00:00Z");
    return new Sighting(
        id,
        2,
        SightingStatus.CLOSED,
        null,
        SourceInfo.of("door", SourceKind.VIDEO),
        new Sighting.Who("anna", name, true),
        noon,
        noon.plusSeconds(9),
        10,
        10,
        10,
        0.83,
        null,
        null,
        0.4,
        "model",
        "gallery",
        null,
        null);
  }
}
