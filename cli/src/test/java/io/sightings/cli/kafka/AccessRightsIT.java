package io.sightings.cli.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.cli.Main;
import io.sightings.contract.settings.SettingsException;
import io.sightings.kafka.TopicPlan;
import io.sightings.scenes.DemoScene;
import io.sightings.scenes.PortraitPainter;
import io.sightings.toolkit.topics.KafkaAccess;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each program with the rights that docs/operations.md grants it. */
class AccessRightsIT {
  private static final String ADMIN = "admin";
  private static final String PASSWORD = "right";
  private static final StringWriter SAID = new StringWriter();

  @TempDir static Path dir;
  private static SecuredBroker broker;
  private static List<AclBinding> rights;

  @BeforeAll
  static void start() throws Exception {
    broker = new SecuredBroker(Map.of(ADMIN, PASSWORD));
    rights = DocumentedAcls.in(Path.of("..", "docs", "operations.md"));
    for (String user : users()) {
      broker.admit(Map.of(user, PASSWORD));
    }
    broker.allow(rights);
    assertThat(run("topics", "topics")).as(SAID.toString()).isTrue();
  }

  @AfterAll
  static void stop() throws Exception {
    broker.close();
  }

  @Test
  void eachProgramWorksWithItsRightsAndNotWithoutAnyOneOfThem() throws Exception {
    Path photos = Files.createDirectory(dir.resolve("photos"));
    new PortraitPainter().write(photos, "Ada", DemoScene.defaults().enrolled().get("Ada"), 1);
    put("frames", "a record for the job to reject, and to be replayed");
    Map<String, Callable<Boolean>> programs = new LinkedHashMap<>();
    programs.put("topics", () -> run("topics", "topics"));
    programs.put("enrol", () -> enrol(photos));
    programs.put("ingestor", () -> ingest(photos));
    programs.put("job", AccessRightsIT::job);
    programs.put("watch", () -> run("watch", "watch", "--from-beginning", "--exit-at-end"));
    programs.put("replay", () -> run("replay", "replay", "rejected"));
    programs.put("audit", () -> SampleSightingFiles.audit(as(ADMIN), words -> run("audit", words)));

    for (Map.Entry<String, Callable<Boolean>> program : programs.entrySet()) {
      assertThat(program.getValue().call()).as(program.getKey() + ": " + SAID).isTrue();
    }
    assertThat(SAID.toString()).contains("Ada", "1 frames published");
    assertThat(programs.keySet()).containsExactlyInAnyOrderElementsOf(users());

    for (AclBinding right : rights) {
      broker.revoke(right);
      assertThat(programs.get(user(right)).call()).as("without " + right).isFalse();
      broker.allow(List.of(right));
    }
  }

  @Test
  void noProgramReadsOrWritesAnotherTopic() throws Exception {
    List<String> done = new ArrayList<>();
    for (String user : users()) {
      KafkaAccess own = as(user);
      try (KafkaProducer<byte[], byte[]> producer = own.producer();
          KafkaConsumer<byte[], byte[]> consumer = own.consumer()) {
        for (TopicPlan topic : TopicPlan.all(1)) {
          if (!granted(user, WRITE, topic.name()) && writes(producer, topic.name())) {
            done.add(user + " writes " + topic.name());
          }
          if (!granted(user, READ, topic.name()) && reads(consumer, topic.name())) {
            done.add(user + " reads " + topic.name());
          }
        }
      }
    }
    assertThat(done).isEmpty();
  }

  private static boolean writes(KafkaProducer<byte[], byte[]> producer, String topic)
      throws InterruptedException {
    try {
      producer.send(new ProducerRecord<>(topic, "a record".getBytes(UTF_8))).get();
      return true;
    } catch (ExecutionException e) {
      assertThat(e).hasRootCauseInstanceOf(AuthorizationException.class);
      return false;
    }
  }

  private static boolean reads(KafkaConsumer<byte[], byte[]> consumer, String topic) {
    List<TopicPartition> first = List.of(new TopicPartition(topic, 0));
    try {
      consumer.assign(first);
      consumer.seekToBeginning(first);
      consumer.poll(Duration.ofSeconds(10));
      return true;
    } catch (AuthorizationException e) {
      return false;
    }
  }

  private static boolean granted(String user, AclOperation operation, String topic) {
    return rights.stream()
        .anyMatch(
            right ->
                user(right).equals(user)
                    && right.entry().operation() == operation
                    && right.pattern().resourceType() == ResourceType.TOPIC
                    && right.pattern().name().equals(topic));
  }

  private static List<String> users() {
    return rights.stream().map(AccessRightsIT::user).distinct().toList();
  }

  private static String user(AclBinding right) {
    return right.entry().principal().replaceFirst("User:", "");
  }

  /** The new name is another one each time: what changes nothing is not written. */
  private static boolean enrol(Path photos) throws IOException {
    return run("enrol", "enrol", photos.toString(), "--engine", "offline")
        && run("enrol", "people", "rename", "ada", "Ada " + UUID.randomUUID());
  }

  private static boolean ingest(Path photos) throws IOException {
    return runWith(
        "ingest",
        photos.toString(),
        "--again",
        "--config",
        settings("ingestor").toString(),
        "--set",
        "state=" + dir.resolve("state"));
  }

  private static boolean job() throws Exception {
    try {
      io.sightings.job.JobMain.main(
          new String[] {
            "--config", settings("job").toString(), "--set", "engine.engine=offline", "--bounded"
          });
      return true;
    } catch (SettingsException e) {
      assertThat(e).hasMessageContaining("does not let the user job do this");
      return false;
    }
  }

  private static void put(String topic, String text) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer = as(ADMIN).producer()) {
      producer.send(new ProducerRecord<>(topic, text.getBytes(UTF_8))).get();
    }
  }

  private static KafkaAccess as(String user) throws IOException {
    return KafkaClientSettings.broker(settings(user), null);
  }

  private static boolean run(String user, String... command) throws IOException {
    List<String> words = new ArrayList<>(List.of(command));
    words.add("--kafka-config");
    words.add(settings(user).toString());
    return runWith(words.toArray(String[]::new));
  }

  private static boolean runWith(String... words) {
    PrintWriter out = new PrintWriter(SAID, true);
    return Main.run(out, out, words) == 0;
  }

  private static Path settings(String user) throws IOException {
    return Files.writeString(
        dir.resolve(user + ".yaml"),
        """
        kafka:
          bootstrap: %s
          security:
            protocol: sasl_ssl
            mechanism: scram-sha-512
            username: %s
            password: %s
            truststore: {path: '%s'}
        """
            .formatted(broker.bootstrap(), user, PASSWORD, broker.certificate()));
  }
}
