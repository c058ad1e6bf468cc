package io.sightings.ingest.folder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.ingest.Eventually;
import io.sightings.ingest.ReferringFile;
import io.sightings.ingest.TestPhoto;
import io.sightings.ingest.TestVideo;
import io.sightings.ingest.monitor.SourceState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderFaultsTest {
  private static final Instant THEN = Instant.parse("2026-11-21T09:30:00Z");

  @TempDir Path dir;
  private WatchBench bench;
  private Path folder;

  @BeforeEach
  void createFolder() throws Exception {
    bench = WatchBench.of(dir);
    folder = Files.createDirectory(dir.resolve("in"));
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void whatIsNeitherPhotoNorVideoIsRejectedWithTheReason() throws Exception {
    bench.drop(folder.resolve("notes.txt"), "just some words\n".getBytes(UTF_8), THEN);
    bench.drop(folder.resolve("empty.mp4"), new byte[0], THEN);
    bench.drop(folder.resolve("data.bin"), new byte[5000], THEN);
    bench.drop(folder.resolve("list.m3u8"), "#EXTM3U\n#EXTINF:1,\ndoor.ts\n".getBytes(UTF_8), THEN);
    bench.drop(
        folder.resolve("list.mp4"), "ffconcat version 1.0\nfile a.mp4".getBytes(UTF_8), THEN);
    byte[] photo = TestPhoto.of("jpg", 640, 480);
    bench.drop(folder.resolve("half.jpg"), Arrays.copyOf(photo, photo.length / 2), THEN);

    bench.watch(folder);

    Eventually.holds("rejected", () -> WatchBench.names(folder, "rejected").size() == 12);
    assertThat(Files.readString(folder.resolve("rejected/empty.mp4.reason")))
        .isEqualTo("the file is empty; once that is mended, put it into the folder again\n");
    assertThat(Files.readString(folder.resolve("rejected/half.jpg.reason"))).contains("truncated");
    assertThat(Files.readString(folder.resolve("rejected/list.mp4.reason")))
        .contains("a list of other files is not read");
    assertThat(Files.readString(folder.resolve("rejected/list.m3u8.reason")))
        .contains("a list of other files is not read");
    assertThat(Files.readString(folder.resolve("rejected/notes.txt.reason")))
        .contains("not a video");
    assertThat(bench.topic.frames()).isEmpty();
    Eventually.holds("counted", () -> bench.status().rejected() == 6);
  }

  @Test
  void whatAFileRefersToIsNotRead() throws Exception {
    Path made = new TestVideo(96, 64).write(dir.resolve("private.ts"), 25, 30);
    // Hidden files are passed over.
    Files.copy(made, folder.resolve(".private.ts"));
    int count = 0;
    for (ReferringFile kind : ReferringFile.values()) {
      byte[] content = kind.naming(ReferringFile.Prefix.ID3, folder.resolve(".private.ts"));
      bench.drop(folder.resolve(++count + kind.fileName()), content, THEN);
    }

    bench.watch(folder);

    Eventually.holds(
        "rejected",
        () -> WatchBench.names(folder, "rejected").size() == 2 * ReferringFile.values().length);
    assertThat(bench.topic.frames()).isEmpty();
  }

  @Test
  void filesWithTheLongestNamesArePutAway() throws Exception {
    String stem = "\u00e9".repeat(118);
    bench.drop(folder.resolve(stem + "-bd1.mp4"), new byte[0], THEN);
    bench.drop(folder.resolve(stem + "-bd2.mp4"), new byte[0], THEN);
    bench.drop(folder.resolve(stem + "-fine.jpg"), TestPhoto.of("jpg", 64, 48), THEN);

    bench.watch(folder);

    Eventually.holds("rejected", () -> WatchBench.names(folder, "rejected").size() == 4);
    Eventually.holds("done", () -> WatchBench.names(folder, "done").size() == 1);
    assertThat(WatchBench.names(folder, "rejected"))
        .allMatch(name -> name.startsWith("\u00e9".repeat(110)))
        .anyMatch(name -> name.endsWith("\u00e9-2.mp4.reason"));
    assertThat(WatchBench.names(folder, "done")).allMatch(name -> name.endsWith("\u00e9.jpg"));
  }

  @Test
  void whatCouldBeReadOfADamagedVideoIsPublishedAndTheReasonSaysSo() throws Exception {
    byte[] video = video(250);
    bench.drop(folder.resolve("cut.mp4"), Arrays.copyOf(video, video.length * 6 / 10), THEN);

    bench.watch(folder);

    Eventually.holds("rejected", () -> Files.exists(folder.resolve("rejected/cut.mp4")));
    assertThat(bench.topic.frames()).hasSizeBetween(20, 40);
    assertThat(Files.readString(folder.resolve("rejected/cut.mp4.reason")))
        .matches(
            "the file is damaged after [4-7]\\.\\d s.* frames were published nevertheless;"
                + " once that is mended, put it into the folder again\n");
  }

  @Test
  void aRejectionThatWasInterruptedIsDoneOnce() throws Exception {
    bench.drop(folder.resolve("rejected/empty.mp4.reason"), "as if".getBytes(UTF_8), THEN);
    bench.drop(folder.resolve("empty.mp4"), new byte[0], THEN);

    bench.watch(folder);

    Eventually.holds("rejected", () -> !Files.exists(folder.resolve("empty.mp4")));
    assertThat(WatchBench.names(folder, "rejected"))
        .containsExactly("empty.mp4", "empty.mp4.reason");
    assertThat(Files.readString(folder.resolve("rejected/empty.mp4.reason"))).contains("empty");
  }

  @Test
  void aRejectedFileCanBePutThereAgainWithItsReason() throws Exception {
    bench.drop(folder.resolve("empty.mp4"), new byte[0], THEN);
    bench.watch(folder);
    Eventually.holds("rejected", () -> Files.exists(folder.resolve("rejected/empty.mp4")));

    Files.move(folder.resolve("rejected/empty.mp4.reason"), folder.resolve("empty.mp4.reason"));
    Files.move(folder.resolve("rejected/empty.mp4"), folder.resolve("empty.mp4"));

    Eventually.holds("rejected", () -> Files.exists(folder.resolve("rejected/empty.mp4")));
    assertThat(WatchBench.names(folder, "rejected"))
        .containsExactly("empty.mp4", "empty.mp4.reason");
  }

  @Test
  void linksAreNotFollowedAndSaidSo() throws Exception {
    Path outside = Files.createDirectory(dir.resolve("outside"));
    Files.write(outside.resolve("secret.jpg"), TestPhoto.of("jpg", 64, 48));
    Files.createSymbolicLink(folder.resolve("link"), outside);
    Files.createSymbolicLink(folder.resolve("link.jpg"), outside.resolve("secret.jpg"));
    bench.drop(folder.resolve("good.jpg"), TestPhoto.of("jpg", 64, 48), THEN);

    bench.watch(folder);

    Eventually.holds("done", () -> Files.exists(folder.resolve("done/good.jpg")));
    assertThat(bench.topic.frames()).hasSize(2);
    assertThat(outside.resolve("secret.jpg")).exists();
    assertThat(bench.status().lastError()).contains("is a link and not followed");
  }

  @Test
  void aFolderThatIsMissingIsSaidAndWaitedFor() throws Exception {
    Path missing = dir.resolve("missing");
    bench.watch(missing);
    Eventually.holds("said", () -> bench.status().state() == SourceState.WAITING);
    assertThat(bench.status().lastError())
        .isEqualTo("the folder cannot be read: " + missing + " is not there");

    Files.createDirectory(missing);
    bench.drop(missing.resolve("good.jpg"), TestPhoto.of("jpg", 64, 48), THEN);

    Eventually.holds("done", () -> Files.exists(missing.resolve("done/good.jpg")));
  }

  @Test
  void aFileThatCannotBeMovedIsNotReadAgain() throws Exception {
    Path drive = dir.resolve("a drive that is not mounted yet");
    Files.createSymbolicLink(folder.resolve("done"), drive);
    bench.drop(folder.resolve("good.jpg"), TestPhoto.of("jpg", 64, 48), THEN);
    bench.drop(folder.resolve("next.jpg"), TestPhoto.of("jpg", 32, 48), THEN.plusSeconds(1));

    bench.watch(folder);
    Eventually.holds("said", () -> bench.topic.frames().size() == 4);
    Eventually.pause(WatchBench.SETTLE.multipliedBy(4));
    assertThat(bench.topic.frames()).hasSize(4);
    assertThat(bench.status().lastError()).contains(".jpg cannot be moved to").contains("mend");

    Files.createDirectory(drive);
    bench.running.retry();
    Eventually.holds("done", () -> WatchBench.names(drive, ".").size() == 2);
    assertThat(bench.topic.frames()).hasSize(4);
  }

  @Test
  void theStatusIsGoodAgainWhenProgressCanBeKeptAgain() throws Exception {
    Path obstacle = Files.createDirectories(bench.state()).resolve("progress");
    Files.writeString(obstacle, "a file in the way");
    bench.drop(folder.resolve("good.jpg"), TestPhoto.of("jpg", 64, 48), THEN);
    bench.watch(folder);
    Eventually.holds("done", () -> Files.exists(folder.resolve("done/good.jpg")));
    assertThat(bench.status().lastError()).contains("progress cannot be kept");

    Files.delete(obstacle);

    Eventually.holds("good again", () -> bench.status().lastError() == null);
  }

  private byte[] video(int frames) throws Exception {
    Path file = new TestVideo(320, 240).write(dir.resolve("made.mp4"), 25, frames);
    return Files.readAllBytes(file);
  }
}
