package io.sightings.ingest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.ingest.Eventually;
import io.sightings.ingest.TestPhoto;
import io.sightings.ingest.TestVideo;
import io.sightings.ingest.folder.WatchBench;
import io.sightings.ingest.monitor.SourceState;
import io.sightings.ingest.settings.SourceSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileRunTest {
  private static final Instant START = Instant.parse("2026-11-21T09:30:00Z");

  @TempDir Path dir;

  @Test
  void aVideoIsReadToItsEnd() throws Exception {
    Path file = new TestVideo(96, 64).write(dir.resolve("door.mp4"), 25, 50);
    try (WatchBench bench = WatchBench.of(dir)) {
      bench.read(named(file));

      Eventually.holds("done", () -> bench.status().state() == SourceState.DONE);
      assertThat(bench.topic.ids()).hasSize(11);
      assertThat(bench.status().read()).isEqualTo(50);
      assertThat(bench.status().published()).isEqualTo(10);
    }
  }

  @Test
  void whatWasReadIsNotReadAgainAfterARestart() throws Exception {
    Path file = new TestVideo(96, 64).write(dir.resolve("door.mp4"), 25, 50);
    readToTheEnd(file);

    try (WatchBench bench = WatchBench.of(dir)) {
      bench.read(named(file));

      Eventually.holds("done", () -> bench.status().state() == SourceState.DONE);
      assertThat(bench.topic.frames()).isEmpty();
      assertThat(bench.status().read()).isZero();
    }
  }

  @Test
  void otherContentIsRead() throws Exception {
    Path file = new TestVideo(96, 64).write(dir.resolve("door.mp4"), 25, 50);
    readToTheEnd(file);
    new TestVideo(96, 64).write(file, 25, 25);

    try (WatchBench bench = WatchBench.of(dir)) {
      bench.read(named(file));

      Eventually.holds("done", () -> bench.status().state() == SourceState.DONE);
      assertThat(bench.topic.frames()).hasSize(6);
    }
  }

  @Test
  void whereThatIsWantedItIsReadAnewAfterEachStart() throws Exception {
    Path file = new TestVideo(96, 64).write(dir.resolve("door.mp4"), 25, 50);
    List<String> once;
    try (WatchBench bench = WatchBench.of(dir).again()) {
      bench.read(named(file));
      Eventually.holds("done", () -> bench.status().state() == SourceState.DONE);
      once = bench.topic.ids();
    }

    try (WatchBench bench = WatchBench.of(dir).again()) {
      bench.read(named(file));

      Eventually.holds("done", () -> bench.status().state() == SourceState.DONE);
      assertThat(bench.topic.ids()).hasSize(11).doesNotContainAnyElementsOf(once);
    }
  }

  @Test
  void aFileThatIsNotThereYetIsWaitedFor() throws Exception {
    Path file = dir.resolve("later.jpg");
    try (WatchBench bench = WatchBench.of(dir)) {
      bench.read(named(file));
      Eventually.holds("said", () -> bench.status().state() == SourceState.WAITING);
      assertThat(bench.status().lastError()).contains("there is no such file or folder");

      Files.write(file, TestPhoto.of("jpg", 64, 48));
      bench.running.retry();

      Eventually.holds("done", () -> bench.status().state() == SourceState.DONE);
      assertThat(bench.topic.frames()).hasSize(2);
    }
  }

  @Test
  void whatIsOfNoUseFailsAndCanBeTriedAgain() throws Exception {
    Path file = Files.writeString(dir.resolve("none.mp4"), "no video");
    try (WatchBench bench = WatchBench.of(dir)) {
      bench.read(named(file));
      Eventually.holds("failed", () -> bench.status().state() == SourceState.FAILED);
      assertThat(bench.status().lastError()).contains("none.mp4: not a video FFmpeg can read");

      new TestVideo(96, 64).write(file, 25, 25);
      bench.running.retry();

      Eventually.holds("done", () -> bench.status().state() == SourceState.DONE);
      assertThat(bench.topic.frames()).hasSize(6);
    }
  }

  @Test
  void whatIsLeftOfADamagedVideoIsPublishedOnceOverRestarts() throws Exception {
    Path whole = new TestVideo(320, 240).write(dir.resolve("whole.mp4"), 25, 250);
    byte[] bytes = Files.readAllBytes(whole);
    Path file = Files.write(dir.resolve("cut.mp4"), Arrays.copyOf(bytes, bytes.length * 6 / 10));
    try (WatchBench bench = WatchBench.of(dir)) {
      bench.read(named(file));
      Eventually.holds("done", () -> bench.status().state() == SourceState.DONE);
      assertThat(bench.topic.frames()).hasSizeBetween(20, 40);
      assertThat(bench.status().rejected()).isEqualTo(1);
    }

    try (WatchBench bench = WatchBench.of(dir)) {
      bench.read(named(file));

      Eventually.holds("done", () -> bench.status().state() == SourceState.DONE);
      assertThat(bench.topic.frames()).isEmpty();
      assertThat(bench.status().lastError()).contains("damaged after");
    }
  }

  @Test
  void aFolderIsReadToItsEnd() throws Exception {
    Path folder = Files.createDirectories(dir.resolve("recordings"));
    new TestVideo(96, 64).write(folder.resolve("a.mp4"), 25, 25);
    new TestVideo(96, 64).write(folder.resolve("b.mp4"), 25, 50);
    Files.write(folder.resolve("face.jpg"), TestPhoto.of("jpg", 64, 48));
    try (WatchBench bench = WatchBench.of(dir)) {
      bench.read(SourceSettings.of(folder.toString()).withId("drop"));

      Eventually.holds("done", () -> bench.status().state() == SourceState.DONE);
      assertThat(bench.topic.frames().stream().map(frame -> frame.info().source().id()).distinct())
          .containsExactly("drop", "drop-a", "drop-b");
      assertThat(bench.topic.frames()).hasSize(2 + 6 + 11);
    }
  }

  private void readToTheEnd(Path file) throws Exception {
    try (WatchBench bench = WatchBench.of(dir)) {
      bench.read(named(file));
      Eventually.holds("done", () -> bench.status().state() == SourceState.DONE);
      assertThat(bench.topic.frames()).hasSize(11);
    }
  }

  private static SourceSettings named(Path file) {
    return SourceSettings.of(file.toString()).withStart(START);
  }
}
