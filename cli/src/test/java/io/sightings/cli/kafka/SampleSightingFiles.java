package io.sightings.cli.kafka;

import io.sightings.contract.Sighting;
import io.sightings.contract.SightingStatus;
import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import io.sightings.contract.codec.Json;
import io.sightings.contract.codec.KafkaMessages;
import io.sightings.contract.codec.SightingsTopics;
import io.sightings.toolkit.topics.KafkaAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Visits in the job's files: one of a transaction that is open, and one that Kafka has lost. */
final class SampleSightingFiles {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  private SampleSightingFiles() {}

  /** Runs a command. */
  interface Command {
    boolean run(String... words) throws IOException;
  }

  /** Whether audit knows the open transaction, and puts back what is lost. */
  static boolean audit(KafkaAccess admin, Command command) throws Exception {
    Path files = Files.createTempDirectory("filed-visits-");
    Path days = Files.createDirectories(files.resolve("date=2026-06-01"));
    Path open = days.resolve("open.jsonl");
    Path lost = days.resolve("lost.jsonl");
    try (KafkaProducer<byte[], byte[]> producer = transaction(admin)) {
      Sighting pending = visit();
      producer.send(KafkaMessages.to(SightingsTopics.SIGHTINGS, pending)).get();
      Files.write(open, Json.write(pending));
      boolean known = command.run("audit", files.toString());
      Files.write(lost, Json.write(visit()));
      Files.setLastModifiedTime(lost, FileTime.from(Instant.now().minusSeconds(60)));
      boolean mended = command.run("audit", files.toString(), "--republish");
      producer.abortTransaction();
      return known && mended;
    } finally {
      Files.deleteIfExists(open);
      Files.deleteIfExists(lost);
      Files.delete(days);
      Files.delete(files);
    }
  }

  private static KafkaProducer<byte[], byte[]> transaction(KafkaAccess admin) {
    Map<String, Object> settings = new HashMap<>(admin.security().clientProperties());
    settings.put("bootstrap.servers", admin.bootstrap());
    settings.put("transactional.id", "sightings-" + UUID.randomUUID());
    KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    producer.initTransactions();
    producer.beginTransaction();
    return producer;
  }

  private static Sighting visit() {
    return new Sighting(
        UUID.randomUUID().toString(),
        2,
        SightingStatus.CLOSED,
        null,
        SourceInfo.of("door", SourceKind.VIDEO),
        new Sighting.Who("anna", "Anna", true),
        NOON,
        NOON.plusSeconds(9),
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
