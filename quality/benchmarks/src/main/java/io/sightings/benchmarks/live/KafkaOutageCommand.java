package io.sightings.benchmarks.live;

import io.sightings.benchmarks.live.FramesTopicReader.Entry;
import io.sightings.cameras.CameraServer;
import io.sightings.cameras.SimulatedCamera;
import io.sightings.cameras.clip.ClipCodec;
import io.sightings.cameras.clip.ClipSpec;
import io.sightings.cameras.clip.LabClip;
import io.sightings.contract.FrameType;
import io.sightings.kafka.LocalBroker;
import io.sightings.toolkit.process.IngestorProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Kafka goes away and comes back. */
@Command(
    name = "kafka-away",
    mixinStandardHelpOptions = true,
    description = "What is lost while Kafka is killed for a while: live, of uploads, of files.")
final class KafkaOutageCommand implements Callable<Integer> {
  private static final int CAMERAS = 4;
  private static final int FILES = 4;

  @Option(names = "--seconds", defaultValue = "60", description = "away; ${DEFAULT-VALUE}")
  private int seconds;

  @Option(
      names = "--buffer",
      defaultValue = "4194304",
      description = "live.bufferBytes, small enough to overflow; default ${DEFAULT-VALUE}")
  private long buffer;

  @Override
  public Integer call() throws Exception {
    Path work = Files.createTempDirectory("live-kafka-away");
    LabClip clip = LabClip.of(ClipSpec.of(ClipCodec.H264).size(1280, 720).fps(10));
    Path watched = Files.createDirectories(work.resolve("watched"));
    try (LocalBroker broker = LocalBroker.start(work.resolve("broker"));
        CameraServer server = CameraServer.start()) {
      List<SimulatedCamera> cameras = new ArrayList<>();
      StringBuilder yaml =
          new StringBuilder(
              "image: {maxBytes: 2000000}\nlive: {timeout: 5s, bufferBytes: %d}\nsample: {fps: 0}\nsources:%n"
                  .formatted(buffer));
      for (int i = 1; i <= CAMERAS; i++) {
        SimulatedCamera camera = server.camera("cam" + i, clip);
        cameras.add(camera);
        yaml.append("  - {id: cam-%d, url: \"%s\"}%n".formatted(i, camera.url()));
      }
      yaml.append("  - {id: folder, watch: \"%s\"}%n".formatted(watched));
      yaml.append("  - {id: upload, upload: true}\n");
      try (IngestorProcess ingestor =
          IngestorProcess.started(work, broker.bootstrap(), yaml.toString())) {
        ingestor.awaitReady();
        SteadyUploader uploads = new SteadyUploader(ingestor.port(), "upload", 500);
        WallClockPause.millis(10_000);
        say("before: %s", ingestor.process().footprint().text());
        broker.kill();
        for (int i = 0; i < FILES; i++) {
          film(clip.file(), watched, i);
        }
        for (int passed = 0; passed < seconds; passed += 10) {
          WallClockPause.millis(10_000);
          say("away %3d s: %s", passed + 10, ingestor.process().footprint().text());
        }
        broker.restart();
        long back = System.nanoTime();
        ingestor.awaitReady();
        say("frames go again %.1f s after Kafka's return", (System.nanoTime() - back) / 1e9);
        while (!ingestor
                .get("/health")
                .contains("\"id\":\"folder\",\"type\":\"watch\",\"state\":\"IDLE\"")
            || Files.list(watched).anyMatch(file -> file.toString().endsWith(".mp4"))) {
          WallClockPause.millis(500);
        }
        WallClockPause.millis(5000);
        uploads.close();
        say("after: %s", ingestor.process().footprint().text());
        double[] dropped = new double[CAMERAS];
        for (int i = 0; i < CAMERAS; i++) {
          dropped[i] = ingestor.metric("sightings_ingest_frames_dropped_total", "cam-" + (i + 1));
        }
        report(FramesTopicReader.read(broker.bootstrap(), false), uploads, dropped, clip);
      }
    }
    return 0;
  }

  /** Each is a recording of another hour, and so has ids of its own. */
  private static void film(Path clip, Path watched, int number) throws IOException {
    Path hidden = Files.copy(clip, watched.resolve(".film" + number + ".mp4"));
    Instant hour = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofHours(number));
    Files.setLastModifiedTime(hidden, FileTime.from(hour));
    Files.move(hidden, watched.resolve("film" + number + ".mp4"));
  }

  private static void report(
      Map<String, List<Entry>> topic, SteadyUploader uploads, double[] dropped, LabClip clip) {
    for (int i = 0; i < CAMERAS; i++) {
      SourceAccount account = SourceAccount.of(topic.getOrDefault("cam-" + (i + 1), List.of()), 0);
      say(
          "cam-%d: %d published, %.0f counted as dropped, %d sequence numbers never came",
          i + 1, account.published(), dropped[i], account.holes());
    }
    Set<String> arrived =
        topic.getOrDefault("upload", List.of()).stream()
            .map(Entry::id)
            .collect(Collectors.toCollection(TreeSet::new));
    long lost = uploads.taken().stream().filter(id -> !arrived.contains(id)).count();
    say(
        "uploads: %d taken, %d refused and tried again, %d of those taken are not on the topic",
        uploads.taken().size(), uploads.refused(), lost);
    long ids =
        topic.getOrDefault("folder", List.of()).stream()
            .filter(entry -> entry.type() == FrameType.IMAGE)
            .map(Entry::id)
            .distinct()
            .count();
    say("files: %d frames due of %d recordings, %d came", FILES * clip.frames(), FILES, ids);
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
