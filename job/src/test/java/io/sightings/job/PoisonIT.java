package io.sightings.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.Frame;
import io.sightings.contract.FrameInfo;
import io.sightings.contract.FrameType;
import io.sightings.contract.KafkaMessage;
import io.sightings.contract.Person;
import io.sightings.contract.RejectedFrame;
import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import io.sightings.contract.codec.PersonChange;
import io.sightings.contract.codec.SightingsTopics;
import io.sightings.contract.security.KafkaSecurity;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.EngineSettings.Engine;
import io.sightings.job.settings.CheckpointSettings;
import io.sightings.job.settings.FilesSettings;
import io.sightings.job.settings.JobSettings;
import io.sightings.job.settings.KafkaSettings;
import io.sightings.job.settings.KafkaSettings.TopicNames;
import io.sightings.kafka.TopicPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.runtime.testutils.InternalMiniClusterExtension;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.util.TestStreamEnvironment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * What nobody can use goes aside, whole and with its reason, and stops and changes nothing else.
 */
class PoisonIT {
  private static final int FRAMES_PER_SECOND = 4;
  private static final EngineSettings ENGINE = EngineSettings.DEFAULT.withEngine(Engine.OFFLINE);
  private static final SourceInfo NEIGHBOUR = SourceInfo.of("neighbour", SourceKind.VIDEO);
  private static final TopicNames TOPICS =
      new TopicNames(
          "frames", "sightings", "alerts", "frames.rejected", "people", "frames.attempts");

  private static TestKafka broker;
  private static KafkaProbe kafka;
  private static List<Poison> poison;

  @TempDir Path checkpoints;

  private static final InMemoryReporter METRICS = InMemoryReporter.createWithRetainedMetrics();

  /** It outlives the job, and with it what the job has counted. */
  @RegisterExtension
  private static final InternalMiniClusterExtension FLINK =
      new InternalMiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .setConfiguration(METRICS.addToConfiguration(new Configuration()))
              .build());

  @BeforeAll
  static void start() throws Exception {
    broker = TestKafka.start();
    broker.createTopics(
        List.of(
            // One partition each, so that poison and neighbours are in one line.
            TopicPlan.images(TOPICS.frames(), 1),
            TopicPlan.of(TOPICS.sightings(), 1),
            TopicPlan.of(TOPICS.alerts(), 1),
            TopicPlan.rejected(TOPICS.rejected(), 1),
            TopicPlan.compacted(TOPICS.people(), 1),
            TopicPlan.shortCompacted(TOPICS.attempts())));
    kafka = new KafkaProbe(broker.bootstrap(), TOPICS.sightings());
  }

  @AfterAll
  static void stop() throws Exception {
    kafka.close();
    broker.close();
  }

  @Test
  void whatNobodyCanUseGoesAsideAndTheNeighboursAreSeenAsEver() throws Exception {
    int leftOut = enrolGoodAndBad();
    send();

    StreamExecutionEnvironment env = new TestStreamEnvironment(FLINK.getMiniCluster(), 2);
    Configuration storage = new Configuration();
    // In memory Flink keeps no more than 5 MiB, and a frame under way may be larger.
    storage.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
    storage.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
    env.configure(storage);
    SightingsJob.build(env, settings(), true);
    env.execute();

    assertEachIsRejectedWhole();
    List<String> closed =
        kafka.committed().stream()
            .filter(line -> line.contains("\"id\":\"neighbour\""))
            .filter(line -> line.contains("\"status\":\"closed\""))
            .toList();
    assertThat(closed)
        .hasSize(2)
        .anyMatch(line -> line.contains("\"name\":\"Ada\""))
        .anyMatch(line -> line.contains("\"name\":\"Ben\""));
    assertThat(peopleLeftOut()).isEqualTo(leftOut);
  }

  private static void assertEachIsRejectedWhole() throws Exception {
    List<RejectedFrame> rejected = kafka.all(SightingsTopics.REJECTED.named(TOPICS.rejected()));
    List<Poison> bad = poison.stream().filter(each -> each.reason() != null).toList();
    // After a restart some may be there again, which is what at least once means.
    assertThat(rejected.stream().map(RejectedFrame::offset).distinct()).hasSize(bad.size());
    for (Poison each : bad) {
      RejectedFrame found =
          rejected.stream()
              .filter(one -> isSame(one.original(), each.message()))
              .findFirst()
              .orElseThrow(() -> new AssertionError(each.what() + " is not there whole"));
      assertThat(found.reason()).as(each.what()).isEqualTo(each.reason());
      assertThat(found.detail()).as(each.what()).isNotBlank();
      System.out.printf("%s | %s | %s%n", each.what(), found.reason(), found.detail());
    }
  }

  private static boolean isSame(KafkaMessage found, KafkaMessage sent) {
    return Arrays.equals(found.key(), sent.key())
        && Arrays.equals(found.value(), sent.value())
        && found.headers().size() == sent.headers().size()
        && IntStream.range(0, sent.headers().size())
            .allMatch(i -> isSame(found.headers().get(i), sent.headers().get(i)));
  }

  private static boolean isSame(KafkaMessage.Header found, KafkaMessage.Header sent) {
    return found.name().equals(sent.name()) && Arrays.equals(found.value(), sent.value());
  }

  /** Poison all along the neighbour's scene. */
  private static void send() throws Exception {
    List<byte[]> pictures = DrawnFrames.between(1, 12.5, FRAMES_PER_SECOND);
    poison = Poison.all(pictures.get(0));
    for (int i = 0; i < Math.max(pictures.size(), poison.size()); i++) {
      if (i < pictures.size()) {
        kafka.send(SightingsTopics.FRAMES.named(TOPICS.frames()), frame(i, pictures.get(i)));
      }
      if (i < poison.size()) {
        kafka.send(TOPICS.frames(), poison.get(i).message());
      }
    }
    kafka.send(
        SightingsTopics.FRAMES.named(TOPICS.frames()),
        Frame.ended(NEIGHBOUR, "run1", pictures.size(), Poison.START.plusSeconds(60), null));
    kafka.flush();
  }

  /** Returns how many entries cannot be used. */
  private static int enrolGoodAndBad() {
    List<Person> people = DrawnFrames.people(ENGINE);
    String model = people.get(0).templates().get(0).model();
    List<KafkaMessage> bad = new ArrayList<>();
    bad.add(person("other-model", "another"));
    bad.add(person("other-length", model));
    bad.add(entry("no-json", "{"));
    bad.add(entry("no-name", "{\"id\":\"no-name\",\"templates\":[]}"));
    bad.add(entry("another-id", "{\"id\":\"ada\",\"name\":\"Eve\",\"templates\":[]}"));
    bad.forEach(each -> kafka.send(TOPICS.people(), each));
    people.forEach(
        each -> kafka.send(SightingsTopics.PEOPLE.named(TOPICS.people()), PersonChange.know(each)));
    kafka.flush();
    return bad.size();
  }

  /** Two values are what no model of ours makes. */
  private static KafkaMessage person(String id, String model) {
    Person.Template template = new Person.Template(model, new float[] {1, 0}, null, null, 1);
    return SightingsTopics.PEOPLE
        .codec()
        .encode(PersonChange.know(new Person(id, "Eve", List.of(template))));
  }

  private static KafkaMessage entry(String key, String value) {
    return new KafkaMessage(
        key.getBytes(UTF_8), value.getBytes(UTF_8), List.of(), KafkaMessage.NOW);
  }

  private long peopleLeftOut() {
    return METRICS.getMetricsByGroup().values().stream()
        .filter(metrics -> metrics.containsKey("peopleLeftOut"))
        .mapToLong(metrics -> (Long) ((Gauge<?>) metrics.get("peopleLeftOut")).getValue())
        .max()
        .orElseThrow();
  }

  private static Frame frame(int i, byte[] picture) {
    return new Frame(
        new FrameInfo(
            FrameType.IMAGE,
            NEIGHBOUR,
            "run1",
            i,
            Poison.START.plusMillis(1000L * i / FRAMES_PER_SECOND),
            "image/jpeg",
            1280,
            720,
            null,
            null,
            null),
        picture);
  }

  private static JobSettings settings() {
    return JobSettings.defaults()
        .withKafka(
            new KafkaSettings(
                broker.bootstrap(),
                "poison",
                TOPICS,
                "poison",
                Duration.ofMinutes(10),
                KafkaSecurity.none(),
                Map.of()))
        .withEngine(ENGINE)
        .withFiles(new FilesSettings("", "UTC", Duration.ofSeconds(1)))
        .withCheckpoint(new CheckpointSettings(Duration.ofMillis(500), Duration.ofMinutes(1)));
  }
}
