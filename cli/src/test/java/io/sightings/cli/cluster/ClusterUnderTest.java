package io.sightings.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.cli.Main;
import io.sightings.cluster.LocalCluster;
import io.sightings.cluster.rest.RunningJob;
import io.sightings.process.ProcessAwait;
import io.sightings.toolkit.broker.BackgroundBroker;
import io.sightings.toolkit.console.CommandConsole;
import io.sightings.toolkit.scene.DemoSceneRecording;
import io.sightings.toolkit.topics.KafkaAccess;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What {@code cluster up} starts, but bound to this process, with the people of the drawn scene
 * enrolled.
 */
final class ClusterUnderTest implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofMinutes(5);

  /** What no longer comes within some checkpoints will not come. */
  private static final int SETTLING_CHECKPOINTS = 3;

  private final DemoSceneRecording scene;
  private final Path folder;
  private final Path config;

  ClusterUnderTest(Path folder) throws IOException {
    this.folder = folder;
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    scene = DemoSceneRecording.make(new CommandConsole(out, out));
    config = folder.resolve("job.yaml");
    Files.writeString(
        config,
        """
        engine: {engine: offline}
        sighting: {gap: %ds}
        files: {path: "%s", rollover: 1s}
        checkpoint: {interval: 1s}
        """
            .formatted(scene.gap().toSeconds(), files().toUri()));
  }

  /** The first time, on any ports. */
  void start(int jobManagers, int taskManagers) {
    up(
        "--kafka-port=0",
        "--ui-port=0",
        "--metrics-port=0",
        "--job-managers=" + jobManagers,
        "--task-managers=" + taskManagers);
    run("enrol", scene.people().toString(), "--bootstrap", bootstrap(), "--engine", "offline");
    // A job reads who is known before its first face: this one knows everybody for certain.
    job().cancel(PATIENCE);
    up();
  }

  String up(String... options) {
    List<String> all = new ArrayList<>(List.of("cluster", "up", "--bound"));
    all.addAll(List.of("--dir", folder.toString(), "--config", config.toString()));
    all.addAll(List.of(options));
    return run(all.toArray(String[]::new));
  }

  String down() {
    return run("cluster", "down", "--dir", folder.toString());
  }

  String status() {
    return run("cluster", "status", "--dir", folder.toString());
  }

  private static String run(String... command) {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said, true);
    assertThat(Main.run(out, out, command)).as(said.toString()).isZero();
    return said.toString();
  }

  LocalCluster cluster() {
    return LocalCluster.in(ClusterManifest.require(folder).plan(folder, true));
  }

  /** The same cluster; what is started from here has other settings of Flink. */
  LocalCluster cluster(Map<String, String> settings) {
    return LocalCluster.in(
        ClusterManifest.require(folder).plan(folder, true).withSettings(settings));
  }

  RunningJob job() {
    return cluster().rest().find("sightings").orElseThrow();
  }

  /** Until everything that had come up to now is committed, and finished in the files. */
  void settle() {
    RunningJob job = job();
    job.awaitRunning(PATIENCE);
    int settled = job.checkpoints() + SETTLING_CHECKPOINTS;
    ProcessAwait.until("checkpoints follow", PATIENCE, () -> job.checkpoints() >= settled);
  }

  /** Publishes the scene as the recording of a camera. */
  void play(String source) {
    run("ingest", scene.video().toString(), "--id", source, "--bootstrap", bootstrap());
  }

  DemoSceneRecording scene() {
    return scene;
  }

  KafkaAccess broker() {
    return new KafkaAccess(bootstrap());
  }

  private String bootstrap() {
    return ClusterManifest.require(folder).bootstrap();
  }

  /** Where closed sightings go. */
  Path files() {
    return folder.resolve("files");
  }

  /** The ids of all processes that {@code cluster up} has started: Kafka's and Flink's. */
  List<Long> processes() {
    int kafka = ClusterManifest.require(folder).kafkaPort();
    return Stream.concat(
            Stream.of(new BackgroundBroker(folder, kafka).process()),
            cluster().processes().stream())
        .flatMap(process -> process.handle().stream())
        .map(ProcessHandle::pid)
        .toList();
  }

  /** Files that Flink's web server keeps; none while nothing is submitted. */
  List<Path> uploads() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("tmp/jars"))) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  /** Also of use when it did not start to its end. */
  @Override
  public void close() {
    ClusterManifest.read(folder)
        .ifPresent(
            record -> {
              LocalCluster.in(record.plan(folder, true)).close();
              new BackgroundBroker(folder, record.kafkaPort()).process().kill();
            });
  }
}
