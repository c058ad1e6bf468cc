package io.sightings.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sightings.contract.Frame;
import io.sightings.contract.FrameInfo;
import io.sightings.contract.FrameType;
import io.sightings.contract.Person;
import io.sightings.contract.SourceInfo;
import io.sightings.contract.codec.PersonChange;
import io.sightings.contract.codec.SightingsTopics;
import io.sightings.contract.settings.SettingsLoader;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.EngineSettings.Engine;
import io.sightings.job.settings.JobSettings;
import io.sightings.job.settings.KafkaSettings.TopicNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.testutils.CommonTestUtils;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.util.TestStreamEnvironment;

/** A job with topics and files of its own, which may be stopped and begun again. */
final class StoppableRun implements AutoCloseable {
  private static final int FRAMES_PER_SECOND = 3;
  private static final int PARTS = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final long LOOK_EVERY_NANOS = Duration.ofMillis(100).toNanos();
  private static final EngineSettings ENGINE = EngineSettings.DEFAULT.withEngine(Engine.OFFLINE);
  private static final Instant START = Instant.parse("2026-01-01T09:00:00Z");

  private final TestKafka broker;
  private final MiniCluster cluster;
  private final List<SourceInfo> sources;
  private final List<byte[]> pictures;
  private final Path folder;
  private final String name;
  private final TopicNames topics;
  private final KafkaProbe kafka;
  private final Path files;

  StoppableRun(
      TestKafka broker, MiniCluster cluster, List<SourceInfo> sources, Path folder, String name)
      throws Exception {
    this.broker = broker;
    this.cluster = cluster;
    this.sources = sources;
    this.folder = folder;
    pictures = DrawnFrames.between(1, 12.5, FRAMES_PER_SECOND);
    this.name = name;
    files = folder.resolve(name);
    topics = OwnTopics.create(broker, name);
    kafka = new KafkaProbe(broker.bootstrap(), topics.sightings());
    // Ben is a stranger.
    for (Person person : DrawnFrames.people(ENGINE)) {
      if (person.id().equals("ada")) {
        kafka.send(SightingsTopics.PEOPLE.named(topics.people()), PersonChange.know(person));
      }
    }
    kafka.flush();
  }

  /** A third of the scene at every source, all of them at once. */
  void play(int part) {
    int from = pictures.size() * part / PARTS;
    int to = pictures.size() * (part + 1) / PARTS;
    for (int i = from; i < to; i++) {
      for (SourceInfo source : sources) {
        kafka.send(SightingsTopics.FRAMES.named(topics.frames()), frame(source, i));
      }
    }
    if (part == PARTS - 1) {
      for (SourceInfo source : sources) {
        Frame end = Frame.ended(source, "run1", to, info(source, to).capturedAt(), null);
        kafka.send(SightingsTopics.FRAMES.named(topics.frames()), end);
      }
    }
    kafka.flush();
  }

  JobClient begin(int parallelism, String savepoint) throws Exception {
    StreamExecutionEnvironment env = new TestStreamEnvironment(cluster, parallelism);
    if (savepoint != null) {
      env.configure(new Configuration().set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint));
    }
    SightingsJob.build(env, settings(), false);
    JobClient job = env.executeAsync(name);
    CommonTestUtils.waitForAllTaskRunning(cluster, job.getJobID(), false);
    return job;
  }

  String stopped(JobClient job) throws Exception {
    String target = folder.resolve("savepoints").toUri().toString();
    return job.stopWithSavepoint(false, target, SavepointFormatType.CANONICAL).get();
  }

  void awaitAny() throws Exception {
    kafka.await(sighting -> true);
  }

  /** Until so many visits are over, on the topic and in finished files. */
  void awaitClosed(int visits) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (lines().size() < visits) {
      if (System.nanoTime() > end) {
        throw new AssertionError("of " + visits + " visits these are over: " + lines());
      }
      LockSupport.parkNanos(LOOK_EVERY_NANOS);
    }
  }

  List<String> told() {
    try (KafkaProbe all = new KafkaProbe(broker.bootstrap(), topics.sightings())) {
      return all.committed();
    }
  }

  /** Of finished files only. */
  List<String> lines() throws IOException {
    Path day = files.resolve("date=2026-01-01");
    List<String> lines = new ArrayList<>();
    if (Files.exists(day)) {
      try (Stream<Path> found = Files.list(day)) {
        for (Path file : found.toList()) {
          if (file.getFileName().toString().endsWith(".jsonl")) {
            lines.addAll(Files.readAllLines(file, UTF_8));
          }
        }
      }
    }
    return lines;
  }

  private JobSettings settings() {
    List<String> said =
        List.of(
            "kafka.bootstrap=" + broker.bootstrap(),
            "kafka.group=" + name,
            "kafka.transactionPrefix=" + name,
            "kafka.transactionTimeout=10m",
            "kafka.topics.frames=" + topics.frames(),
            "kafka.topics.sightings=" + topics.sightings(),
            "kafka.topics.alerts=" + topics.alerts(),
            "kafka.topics.rejected=" + topics.rejected(),
            "kafka.topics.people=" + topics.people(),
            "kafka.topics.attempts=" + topics.attempts(),
            "files.path=" + files.toUri(),
            "files.rollover=1s",
            "checkpoint.interval=500ms");
    return new SettingsLoader(Map.of())
        .parse("test", "", JobSettings.defaults(), said)
        .withEngine(ENGINE);
  }

  private Frame frame(SourceInfo source, int i) {
    return new Frame(info(source, i), pictures.get(i));
  }

  private static FrameInfo info(SourceInfo source, int i) {
    Instant time = START.plusMillis(1000L * i / FRAMES_PER_SECOND);
    return new FrameInfo(
        FrameType.IMAGE, source, "run1", i, time, "image/jpeg", 1280, 720, null, null, null);
  }

  @Override
  public void close() {
    kafka.close();
  }
}
