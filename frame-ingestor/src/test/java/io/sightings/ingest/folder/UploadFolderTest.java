package io.sightings.ingest.folder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.CaptureClock;
import io.sightings.contract.Frame;
import io.sightings.ingest.Eventually;
import io.sightings.ingest.ReferringFile;
import io.sightings.ingest.TestVideo;
import io.sightings.ingest.monitor.SourceState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadFolderTest {
  private static final Instant THEN = Instant.parse("2026-11-21T09:30:00Z");

  @TempDir Path dir;
  private WatchBench bench;
  private Path folder;
  private byte[] video;

  @BeforeEach
  void draw() throws Exception {
    bench = WatchBench.of(dir);
    folder = FolderWatch.uploads(bench.settings(), "drop");
    video = Files.readAllBytes(new TestVideo(96, 64).write(dir.resolve("made.mp4"), 25, 10));
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void anUploadedVideoIsReadAndDeleted() throws Exception {
    bench.uploads();
    Eventually.holds("there", () -> Files.isDirectory(folder));

    bench.drop(folder.resolve("a.mp4"), video, THEN);

    Eventually.holds("gone", () -> !Files.exists(folder.resolve("a.mp4")));
    assertThat(bench.topic.frames()).hasSize(3);
    assertThat(WatchBench.names(folder, ".")).isEmpty();
  }

  @Test
  void whatAnUploadRefersToIsNotRead() throws Exception {
    Path other = new TestVideo(96, 64).write(dir.resolve("private.ts"), 25, 30);
    int count = 0;
    for (ReferringFile kind : ReferringFile.values()) {
      byte[] content = kind.naming(ReferringFile.Prefix.ID3, other);
      bench.drop(folder.resolve("00" + count++ + ".mp4"), content, THEN);
    }
    // The name that a client can foretell, naming itself.
    Path own = folder.resolve("60b8d5503658244a.mp4");
    bench.drop(own, ReferringFile.CONCAT.naming(ReferringFile.Prefix.ID3, own), THEN);

    bench.uploads();

    Eventually.holds(
        "rejected",
        () ->
            WatchBench.names(folder, "rejected").size() == 2 * (ReferringFile.values().length + 1));
    assertThat(bench.topic.frames()).isEmpty();
  }

  @Test
  void theCaptureTimeBesideItCounts() throws Exception {
    bench.drop(folder.resolve("a.mp4.start"), "2026-11-20T10:00:00+01:00\n".getBytes(UTF_8), THEN);
    bench.drop(folder.resolve("a.mp4"), video, THEN);

    bench.uploads();

    Eventually.holds("gone", () -> WatchBench.names(folder, ".").isEmpty());
    Frame first = bench.topic.frames().get(0);
    assertThat(first.info().capturedAt()).isEqualTo("2026-11-20T09:00:00Z");
    assertThat(first.info().clock()).isEqualTo(CaptureClock.STATED);
  }

  @Test
  void whatBrokenUploadsLeaveBehindIsDeletedAfterADay() throws Exception {
    Instant now = Instant.now();
    bench.drop(folder.resolve(".old.mp4.part"), video, now.minus(Duration.ofHours(25)));
    bench.drop(folder.resolve(".new.mp4.part"), video, now.minus(Duration.ofHours(23)));
    byte[] time = "2026-11-20T10:00:00Z".getBytes(UTF_8);
    bench.drop(folder.resolve("old.mp4.start"), time, now.minus(Duration.ofHours(25)));
    bench.drop(folder.resolve("new.mp4.start"), time, now);

    bench.uploads();

    Eventually.holds("gone", () -> !Files.exists(folder.resolve("old.mp4.start")));
    Eventually.holds("gone", () -> !Files.exists(folder.resolve(".old.mp4.part")));
    assertThat(folder.resolve(".new.mp4.part")).exists();
    assertThat(folder.resolve("new.mp4.start")).exists();
  }

  @Test
  void whatCannotBeReadIsKeptWithTheReason() throws Exception {
    bench.drop(folder.resolve("bad.mp4.start"), "yesterday".getBytes(UTF_8), THEN);
    bench.drop(folder.resolve("bad.mp4"), video, THEN);
    bench.drop(folder.resolve("none.mp4"), "no video".getBytes(UTF_8), THEN.plusSeconds(1));

    bench.uploads();

    Eventually.holds("rejected", () -> WatchBench.names(folder, "rejected").size() == 5);
    assertThat(WatchBench.names(folder, "."))
        .containsExactly(
            "rejected/bad.mp4",
            "rejected/bad.mp4.reason",
            "rejected/bad.mp4.start",
            "rejected/none.mp4",
            "rejected/none.mp4.reason");
    assertThat(Files.readString(folder.resolve("rejected/bad.mp4.reason")))
        .contains("the capture time beside it cannot be read: start is \"yesterday\"")
        .endsWith("once that is mended, upload it again\n");
    assertThat(bench.topic.frames()).isEmpty();
    Eventually.holds("idle", () -> bench.status().state() == SourceState.IDLE);
  }

  @Test
  void rejectedUploadsExpireAndTheOldestGiveWay() throws Exception {
    bench.keepingRejected(Duration.ofDays(7), 1 << 20);
    Instant now = Instant.now();
    reject("expired.mp4", 10, now.minus(Duration.ofDays(8)));
    reject("oldest.mp4", 600_000, now.minus(Duration.ofDays(3)));
    reject("newer.mp4", 600_000, now.minus(Duration.ofDays(2)));
    reject("newest.mp4", 10, now);

    bench.uploads();

    Eventually.holds("counted", () -> bench.status().expired() == 2);
    assertThat(WatchBench.names(folder, "rejected"))
        .containsExactly("newer.mp4", "newer.mp4.reason", "newest.mp4", "newest.mp4.reason");
  }

  private void reject(String name, int bytes, Instant when) throws Exception {
    Path file = folder.resolve("rejected").resolve(name);
    bench.drop(file, new byte[bytes], THEN);
    bench.drop(WatchedFolder.reason(file), "no video".getBytes(UTF_8), when);
  }

  @Test
  void whatIsKeptOfUploadsIsReadByItsOwnerOnly() throws Exception {
    bench.drop(folder.resolve("none.mp4"), "no video".getBytes(UTF_8), THEN);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

    bench.uploads();

    Eventually.holds("rejected", () -> WatchBench.names(folder, "rejected").size() == 2);
    for (Path each : List.of(folder, folder.resolve("rejected"), bench.state())) {
      assertThat(Files.getPosixFilePermissions(each)).hasSize(3);
    }
  }
}
