package io.sightings.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.Frame;
import io.sightings.contract.FrameInfo;
import io.sightings.ingest.monitor.SourceMonitor;
import io.sightings.ingest.monitor.SourceState;
import io.sightings.ingest.publish.FramesTopic;
import io.sightings.ingest.publish.KafkaLink;
import io.sightings.ingest.publish.ProducerShare;
import io.sightings.ingest.service.RunningSource;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.kafka.LocalBroker;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Files are read by processes that are killed at random moments, with a real broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledReadingIT {
  private static final Instant THEN = Instant.parse("2026-11-21T09:30:00Z");

  /** By hand: mvn verify -Dit.test=KilledReadingIT -Dkilled.times=20 -Dkilled.seed=1 */
  private static final int KILLS = Integer.getInteger("killed.times", 5);

  private static final long SEED = Long.getLong("killed.seed", 2026);

  /** What decides whether two frames are the same. */
  private record Content(FrameInfo info, int image) {}

  @TempDir Path dir;
  private LocalBroker broker;

  @BeforeAll
  void startBroker() {
    broker = LocalBroker.start();
  }

  @AfterAll
  void stopBroker() {
    broker.close();
  }

  @Test
  void aVideoWhoseReaderIsKilledFiveTimesLosesNoFrame() throws Exception {
    Path video = new TestVideo(320, 180).write(dir.resolve("long.mp4"), 25, 2000);
    Files.setLastModifiedTime(video, FileTime.from(THEN));
    Map<String, Content> due = contents(undisturbed("path", video, "whole"));
    assertThat(due).hasSize(2001);

    createTopic("killed");
    Path state = dir.resolve("state-killed");
    for (int frames : thresholds(SEED, 1900)) {
      ReadingProcess reader = start("path", video, state, "killed");
      awaitFrames("killed", frames, reader);
      reader.kill();
    }
    assertThat(start("path", video, state, "killed").exitCode()).isZero();

    List<Frame> published = published("killed");
    assertThat(contents(published)).isEqualTo(due);
    tell("a video of 2000 frames", due.size(), published.size());
    assertThat(published.size() - due.size()).isLessThan(300 * KILLS);
  }

  @Test
  void aWatchedFolderWhoseReaderIsKilledFiveTimesPutsEachFileAwayOnce() throws Exception {
    Path files = dir.resolve("files");
    fill(files);
    Path twin = copy(files, dir.resolve("twin"));
    Map<String, Content> due = contents(undisturbed("watch", twin, "folder-whole"));

    createTopic("folder-killed");
    Path state = dir.resolve("state-folder-killed");
    for (int frames : thresholds(SEED + 1, due.size() - 100)) {
      ReadingProcess reader = start("watch", files, state, "folder-killed");
      awaitFrames("folder-killed", frames, reader);
      reader.kill();
    }
    ReadingProcess last = start("watch", files, state, "folder-killed");
    Eventually.holds("all put away", () -> waiting(files).isEmpty());
    last.stop();
    assertThat(last.exitCode()).isZero();

    assertThat(names(files)).isEqualTo(names(twin));
    List<Frame> published = published("folder-killed");
    assertThat(contents(published)).isEqualTo(due);
    tell("a folder of " + names(twin).size() + " files", due.size(), published.size());
  }

  @Test
  void aVideoWaitsForABrokerThatIsKilledAndComesBack() throws Exception {
    Path video = new TestVideo(320, 180).write(dir.resolve("patient.mp4"), 25, 600);
    Path state = dir.resolve("state-patient");
    createTopic("patient");
    ReadingProcess reader = start("path", video, state, "patient");
    awaitFrames("patient", 200, reader);

    broker.kill();
    Eventually.pause(Duration.ofSeconds(2));
    broker.restart();

    assertThat(reader.exitCode()).isZero();
    assertThat(contents(published("patient"))).hasSize(601);
  }

  /** Photos and videos, whole and damaged, and something else. */
  private void fill(Path folder) throws Exception {
    Files.createDirectories(folder.resolve("sub"));
    for (int i = 0; i < 20; i++) {
      Path file = folder.resolve((i % 2 == 0 ? "" : "sub/") + "face-" + i + ".jpg");
      Files.write(file, TestPhoto.of("jpg", 64 + i, 48));
      Files.setLastModifiedTime(file, FileTime.from(THEN.plusSeconds(10 * i)));
    }
    for (int i = 0; i < 5; i++) {
      Path file = folder.resolve("walk-" + i + ".mp4");
      new TestVideo(320, 180).write(file, 25, 150 + i);
      if (i == 3) {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
      }
      Files.setLastModifiedTime(file, FileTime.from(THEN.plusSeconds(40 * i + 5)));
    }
    Path notes = Files.writeString(folder.resolve("notes.txt"), "just some words");
    Files.setLastModifiedTime(notes, FileTime.from(THEN.plusSeconds(111)));
  }

  private static Path copy(Path from, Path to) throws Exception {
    Files.createDirectories(to.resolve("sub"));
    for (String name : names(from)) {
      Files.copy(from.resolve(name), to.resolve(name));
      Files.setLastModifiedTime(to.resolve(name), Files.getLastModifiedTime(from.resolve(name)));
    }
    return to;
  }

  private List<Frame> undisturbed(String kind, Path what, String topic) throws Exception {
    createTopic(topic);
    IngestorSettings settings =
        ReadingProcess.settings(dir.resolve("state-" + topic), broker.bootstrap(), topic);
    SourceMonitor monitor = new SourceMonitor("drop", kind);
    try (KafkaLink kafka = KafkaLink.open(settings.kafka())) {
      ProducerShare share =
          kafka.publisher().share(settings.kafka().inFlightBytes(), ProducerShare.FOREVER);
      try (RunningSource source = ReadingProcess.source(kind, what, settings, share, monitor)) {
        source.start();
        Eventually.holds(
            "all read",
            () ->
                kind.equals("path")
                    ? monitor.status().state() == SourceState.DONE
                    : waiting(what).isEmpty());
      }
    }
    return published(topic);
  }

  private ReadingProcess start(String kind, Path what, Path state, String topic) throws Exception {
    return ReadingProcess.start(kind, what, state, broker.bootstrap(), topic);
  }

  private void createTopic(String topic) throws Exception {
    new FramesTopic(ReadingProcess.settings(dir, broker.bootstrap(), topic).kafka()).ensure();
  }

  private void awaitFrames(String topic, int frames, ReadingProcess reader) throws Exception {
    PublishedFrames published = new PublishedFrames(broker.bootstrap(), topic);
    published.await(frames, () -> !reader.isAlive());
    assertThat(reader.isAlive()).as("alive until it is killed").isTrue();
  }

  private List<Frame> published(String topic) throws Exception {
    return new PublishedFrames(broker.bootstrap(), topic).read();
  }

  /** So many frames are to be on the topic before each kill. */
  private static int[] thresholds(long seed, int most) {
    return new Random(seed).ints(KILLS, 10, most).sorted().toArray();
  }

  /** By their ids; what is repeated must be the same. */
  private static Map<String, Content> contents(List<Frame> frames) {
    Map<String, Content> contents = new HashMap<>();
    for (Frame frame : frames) {
      Content content = new Content(frame.info(), Arrays.hashCode(frame.image()));
      Content before = contents.putIfAbsent(frame.info().id(), content);
      assertThat(before == null || before.equals(content))
          .as("a repeated frame is the same: " + frame.info().id())
          .isTrue();
    }
    return contents;
  }

  private static void tell(String what, int due, int published) {
    System.out.printf(
        "%s, reader killed %d times: %d frames due, %d published, %d of them repeated, none lost%n",
        what, KILLS, due, published, published - due);
  }

  private static List<String> waiting(Path folder) throws Exception {
    return names(folder).stream()
        .filter(name -> !name.startsWith("done/") && !name.startsWith("rejected/"))
        .toList();
  }

  private static List<String> names(Path folder) throws Exception {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    } catch (UncheckedIOException vanishing) {
      // A file was moved while it was looked at.
      return names(folder);
    }
  }
}
