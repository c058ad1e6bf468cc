package io.sightings.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.sightings.contract.Frame;
import io.sightings.contract.FrameInfo;
import io.sightings.contract.FrameType;
import io.sightings.contract.Person;
import io.sightings.contract.RejectReason;
import io.sightings.contract.Sighting;
import io.sightings.contract.SightingStatus;
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
import io.sightings.job.settings.WatchRule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** The job between a real Kafka and real files. */
class SightingsJobIT {
  private static final int FRAMES_PER_SECOND = 4;
  private static final int MAX_RUNS = 10;
  private static final EngineSettings ENGINE = EngineSettings.DEFAULT.withEngine(Engine.OFFLINE);
  private static final Instant START = Instant.parse("2026-01-01T09:00:00Z");

  private static TestKafka broker;
  private static List<byte[]> pictures;
  private static List<Person> people;

  @TempDir Path files;

  private String name;
  private TopicNames topics;
  private KafkaProbe kafka;

  @BeforeAll
  static void start() {
    broker = TestKafka.start();
    pictures = DrawnFrames.between(1, 12.5, FRAMES_PER_SECOND);
    people = DrawnFrames.people(ENGINE);
  }

  @AfterAll
  static void stop() throws Exception {
    broker.close();
  }

  /** Each test has topics of its own. */
  @BeforeEach
  void connect(TestInfo test) throws Exception {
    name = test.getTestMethod().orElseThrow().getName();
    topics = OwnTopics.create(broker, name);
    kafka = new KafkaProbe(broker.bootstrap(), topics.sightings());
  }

  @AfterEach
  void disconnect() {
    kafka.close();
  }

  @Test
  void whatIsOnTheTopicBecomesSightingsOnTheTopicAndInTheFiles() throws Exception {
    enrolEverybody();
    play(SourceInfo.of("recording", SourceKind.VIDEO));
    kafka.flush();

    StreamExecutionEnvironment env = environment();
    SightingsJob.build(env, settings(), true);
    env.execute();

    List<String> lines = kafka.committed();
    JsonSchema schema = schema();
    for (String line : lines) {
      assertThat(schema.validate(new ObjectMapper().readTree(line))).as(line).isEmpty();
    }
    List<String> closed =
        lines.stream().filter(line -> line.contains("\"status\":\"closed\"")).toList();
    assertThat(closed)
        .hasSize(2)
        .anyMatch(line -> line.contains("\"name\":\"Ada\""))
        .anyMatch(line -> line.contains("\"name\":\"Ben\""));
    assertThat(linesOfFiles("date=2026-01-01")).containsExactlyInAnyOrderElementsOf(closed);
  }

  @Test
  void whatIsBrokenAndWhoIsWatchedForHaveTopicsOfTheirOwn() throws Exception {
    enrolEverybody();
    play(SourceInfo.of("door", SourceKind.VIDEO));
    byte[] broken = Arrays.copyOf(pictures.get(0), 2_000);
    SourceInfo bad = SourceInfo.of("bad", SourceKind.VIDEO);
    kafka.send(SightingsTopics.FRAMES.named(topics.frames()), new Frame(info(bad, 0), broken));
    kafka.flush();

    StreamExecutionEnvironment env = environment();
    WatchRule rule = new WatchRule("vip", List.of("ada"), false, List.of());
    SightingsJob.build(env, settings().withWatchlist(List.of(rule)), true);
    env.execute();

    assertThat(kafka.all(SightingsTopics.ALERTS.named(topics.alerts())))
        .singleElement()
        .satisfies(alert -> assertThat(alert.rule()).isEqualTo("vip"))
        .satisfies(alert -> assertThat(alert.person().name()).isEqualTo("Ada"));
    assertThat(kafka.all(SightingsTopics.REJECTED.named(topics.rejected())))
        .singleElement()
        .satisfies(r -> assertThat(r.reason()).isEqualTo(RejectReason.UNREADABLE_IMAGE))
        .satisfies(r -> assertThat(r.original().value()).isEqualTo(broken))
        .satisfies(r -> assertThat(r.topic()).isEqualTo(topics.frames()));
    assertThat(kafka.committed()).anyMatch(line -> line.contains("\"name\":\"Ben\""));
  }

  @Test
  void whoeverIsEnrolledOrForgottenWhileTheJobRunsIsKnownOrUnknownFromThenOn() throws Exception {
    StreamExecutionEnvironment env = environment();
    SightingsJob.build(env, settings(), false);
    JobClient job = env.executeAsync();
    try {
      assertThat(seenAt("before").person().known()).isFalse();

      enrolEverybody();
      assertThat(seenUntil("enrolled", true).person().name()).isIn("Ada", "Ben");

      for (Person person : people) {
        kafka.send(SightingsTopics.PEOPLE.named(topics.people()), PersonChange.forget(person.id()));
      }
      assertThat(seenUntil("forgotten", false).person().name()).isNull();
    } finally {
      job.cancel().get();
    }
  }

  /** Nobody can say from outside when the gallery has followed, so the scene is played again. */
  private Sighting seenUntil(String sources, boolean known) throws Exception {
    for (int run = 1; run < MAX_RUNS; run++) {
      Sighting seen = seenAt(sources + run);
      if (seen.person().known() == known) {
        return seen;
      }
    }
    throw new AssertionError("the gallery did not follow its topic");
  }

  private Sighting seenAt(String id) throws Exception {
    SourceInfo source = SourceInfo.of(id, SourceKind.LIVE);
    play(source);
    return kafka.await(sighting -> isClosedAt(sighting, source));
  }

  private void enrolEverybody() {
    for (Person person : people) {
      kafka.send(SightingsTopics.PEOPLE.named(topics.people()), PersonChange.know(person));
    }
  }

  private static boolean isClosedAt(Sighting sighting, SourceInfo source) {
    return sighting.status() == SightingStatus.CLOSED && sighting.source().equals(source);
  }

  private void play(SourceInfo source) {
    int to = pictures.size();
    for (int i = 0; i < to; i++) {
      kafka.send(
          SightingsTopics.FRAMES.named(topics.frames()),
          new Frame(info(source, i), pictures.get(i)));
    }
    kafka.send(
        SightingsTopics.FRAMES.named(topics.frames()),
        Frame.ended(source, "run1", to, info(source, to).capturedAt(), null));
  }

  private static FrameInfo info(SourceInfo source, int i) {
    Instant time = START.plusMillis(1000L * i / FRAMES_PER_SECOND);
    return new FrameInfo(
        FrameType.IMAGE, source, "run1", i, time, "image/jpeg", 1280, 720, null, null, null);
  }

  private JobSettings settings() {
    return JobSettings.defaults()
        .withKafka(
            new KafkaSettings(
                broker.bootstrap(),
                name,
                topics,
                name,
                Duration.ofMinutes(10),
                KafkaSecurity.none(),
                Map.of()))
        .withEngine(ENGINE)
        .withFiles(new FilesSettings(files.toUri().toString(), "UTC", Duration.ofSeconds(1)))
        .withCheckpoint(new CheckpointSettings(Duration.ofMillis(500), Duration.ofMinutes(1)));
  }

  private static StreamExecutionEnvironment environment() {
    return StreamExecutionEnvironment.createLocalEnvironment(2, new Configuration());
  }

  private List<String> linesOfFiles(String day) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> found = Files.list(files.resolve(day))) {
      for (Path file : found.toList()) {
        assertThat(file.getFileName().toString()).endsWith(".jsonl");
        lines.addAll(Files.readAllLines(file, UTF_8));
      }
    }
    return lines;
  }

  private static JsonSchema schema() throws IOException {
    try (InputStream in =
        Sighting.class.getResourceAsStream("/io/sightings/contract/sighting.schema.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
    }
  }
}
