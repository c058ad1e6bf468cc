package io.sightings.ingest.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.Frame;
import io.sightings.contract.FrameType;
import io.sightings.contract.SourceKind;
import io.sightings.ingest.Eventually;
import io.sightings.ingest.TestPhoto;
import io.sightings.ingest.TestVideo;
import io.sightings.ingest.monitor.SourceState;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderWatchTest {
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
  void videosAndPhotosAreReadOnceAndMovedToDone() throws Exception {
    byte[] photo = TestPhoto.of("jpg", 64, 48);
    bench.drop(folder.resolve("face.jpg"), photo, THEN);
    bench.drop(folder.resolve("walk.mp4"), video(10), THEN.plusSeconds(1));

    bench.watch(folder);

    Eventually.holds("done", () -> WatchBench.names(folder, "done").size() == 2);
    List<Frame> frames = bench.topic.frames();
    assertThat(frames).hasSize(2 + 3);
    assertThat(frames.get(0).image()).isEqualTo(photo);
    assertThat(frames.get(0).info().source().kind()).isEqualTo(SourceKind.IMAGE);
    assertThat(frames.get(0).info().subject()).isEqualTo("face.jpg");
    assertThat(frames.get(2).info().source().kind()).isEqualTo(SourceKind.VIDEO);
    assertThat(frames).allMatch(frame -> frame.info().source().id().equals("drop"));
    assertThat(frames.stream().filter(frame -> frame.info().type() == FrameType.ENDED)).hasSize(2);
    assertThat(WatchBench.names(folder, "done")).containsExactly("face.jpg", "walk.mp4");
    Eventually.holds("idle", () -> bench.status().state() == SourceState.IDLE);
    assertThat(bench.status().published()).isEqualTo(3);
    assertThat(bench.status().rejected()).isZero();
  }

  @Test
  void filesAreReadInTheOrderTheyWereMade() throws Exception {
    bench.drop(folder.resolve("a.jpg"), TestPhoto.of("jpg", 64, 48), THEN.plusSeconds(2));
    bench.drop(folder.resolve("sub/b.png"), TestPhoto.of("png", 64, 48), THEN);
    bench.drop(folder.resolve("c.jpg"), TestPhoto.of("jpg", 48, 64), THEN.plusSeconds(1));
    bench.drop(folder.resolve("d.jpg"), TestPhoto.of("jpg", 32, 64), THEN.plusSeconds(1));

    bench.watch(folder);

    Eventually.holds("all read", () -> bench.topic.frames().size() == 8);
    assertThat(bench.topic.frames().stream().map(frame -> frame.info().subject()))
        .containsExactly("sub/b.png", null, "c.jpg", null, "d.jpg", null, "a.jpg", null);
    Eventually.holds("moved", () -> Files.exists(folder.resolve("done/a.jpg")));
    assertThat(folder.resolve("done/sub/b.png")).exists();
  }

  @Test
  void aFileIsNotReadWhileItIsBeingCopied() throws Exception {
    byte[] video = video(250);
    Path file = folder.resolve("slow.mp4");
    bench.watch(folder);

    int slice = video.length / 8 + 1;
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int at = 0; at < video.length; at += slice) {
        out.write(video, at, Math.min(slice, video.length - at));
        out.flush();
        Eventually.pause(WatchBench.SETTLE.dividedBy(2));
        assertThat(bench.topic.frames()).isEmpty();
      }
    }

    Eventually.holds("done", () -> Files.exists(folder.resolve("done/slow.mp4")));
    assertThat(bench.topic.frames()).hasSize(51);
    assertThat(folder.resolve("rejected")).doesNotExist();
  }

  @Test
  void aFileThatHasItsSizeBeforeItsContentIsNotReadTooEarly() throws Exception {
    byte[] video = video(250);
    Path file = folder.resolve("allocated.mp4");
    bench.watch(folder);

    int slice = video.length / 8 + 1;
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.setLength(video.length);
      for (int at = 0; at < video.length; at += slice) {
        out.write(video, at, Math.min(slice, video.length - at));
        Eventually.pause(WatchBench.SETTLE.dividedBy(2));
      }
    }

    Eventually.holds("done", () -> Files.exists(folder.resolve("done/allocated.mp4")));
    assertThat(bench.topic.frames()).hasSize(51);
    assertThat(folder.resolve("rejected")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {".hidden.mp4", "a.mp4.part", "a.tmp", "a.mp4.crdownload", "A.FILEPART"})
  void unfinishedFilesAreLeftAlone(String name) throws Exception {
    bench.drop(folder.resolve(name), TestPhoto.of("jpg", 64, 48), THEN);
    bench.drop(folder.resolve("good.jpg"), TestPhoto.of("jpg", 64, 48), THEN.plusSeconds(1));

    bench.watch(folder);

    Eventually.holds("done", () -> Files.exists(folder.resolve("done/good.jpg")));
    assertThat(folder.resolve(name)).exists();
    assertThat(bench.topic.frames()).hasSize(2);
  }

  @Test
  void filesOfTheSameNameAreKeptBesideEachOther() throws Exception {
    bench.watch(folder);
    for (int i = 1; i <= 3; i++) {
      int size = 16 * i;
      bench.drop(folder.resolve("face.jpg"), TestPhoto.of("jpg", size, size), THEN);
      int count = i;
      Eventually.holds("done", () -> WatchBench.names(folder, "done").size() == count);
    }

    assertThat(WatchBench.names(folder, "done"))
        .containsExactly("face-2.jpg", "face-3.jpg", "face.jpg");
    assertThat(bench.topic.frames()).hasSize(6);
  }

  @Test
  void theSameFileAgainIsNotReadAgain() throws Exception {
    byte[] photo = TestPhoto.of("jpg", 64, 48);
    bench.watch(folder);
    bench.drop(folder.resolve("face.jpg"), photo, THEN);
    Eventually.holds("done", () -> Files.exists(folder.resolve("done/face.jpg")));

    bench.drop(folder.resolve("face.jpg"), photo, THEN);

    Eventually.holds("done", () -> Files.exists(folder.resolve("done/face-2.jpg")));
    assertThat(bench.topic.frames()).hasSize(2);
  }

  @Test
  void theSameFileAgainIsANewRunWhereThatIsWanted() throws Exception {
    byte[] photo = TestPhoto.of("jpg", 64, 48);
    bench.again().watch(folder);
    bench.drop(folder.resolve("face.jpg"), photo, THEN);
    Eventually.holds("done", () -> Files.exists(folder.resolve("done/face.jpg")));

    bench.drop(folder.resolve("face.jpg"), photo, THEN);

    Eventually.holds("done", () -> Files.exists(folder.resolve("done/face-2.jpg")));
    assertThat(bench.topic.ids()).hasSize(4).doesNotHaveDuplicates();
  }

  @Test
  void filesAreMovedToAnotherFileSystem() throws Exception {
    Path memory = Path.of("/dev/shm");
    if (!Files.isWritable(memory)
        || Files.getFileStore(memory).equals(Files.getFileStore(folder))) {
      String skipped = "SKIPPED: there is no second file system at /dev/shm";
      System.out.println(skipped);
      Assumptions.abort(skipped);
    }
    Path other = Files.createTempDirectory(memory, "done");
    try {
      Files.createSymbolicLink(folder.resolve("done"), other);
      byte[] photo = TestPhoto.of("jpg", 64, 48);
      bench.drop(folder.resolve("sub/face.jpg"), photo, THEN);
      // As if a move had been ended by force before its last step.
      bench.drop(folder.resolve("left.jpg"), photo, THEN);
      bench.drop(other.resolve("left.jpg"), photo, THEN);

      bench.watch(folder);

      Eventually.holds("moved", () -> !Files.exists(folder.resolve("sub/face.jpg")));
      Eventually.holds("moved", () -> !Files.exists(folder.resolve("left.jpg")));
      assertThat(other.resolve("sub/face.jpg")).hasBinaryContent(photo);
      assertThat(Files.getLastModifiedTime(other.resolve("sub/face.jpg")).toInstant())
          .isEqualTo(THEN);
      assertThat(WatchBench.names(other, ".")).containsExactly("left.jpg", "sub/face.jpg");
    } finally {
      WatchBench.delete(other);
    }
  }

  @Test
  void theIngestorsOwnFilesAreNotRead() throws Exception {
    bench.drop(dir.resolve("state/some.jpg"), TestPhoto.of("jpg", 64, 48), THEN);
    bench.drop(dir.resolve("face.jpg"), TestPhoto.of("jpg", 64, 48), THEN);

    bench.watch(dir);

    Eventually.holds("done", () -> Files.exists(dir.resolve("done/face.jpg")));
    assertThat(dir.resolve("state/some.jpg")).exists();
  }

  @Test
  void noMoreFilesAreReadAtOnceThanAllowed() throws Exception {
    bench.files.acquire();
    bench.drop(folder.resolve("face.jpg"), TestPhoto.of("jpg", 64, 48), THEN);
    bench.watch(folder);
    Eventually.pause(WatchBench.SETTLE.plus(Duration.ofMillis(300)));
    assertThat(bench.topic.frames()).isEmpty();

    bench.files.release();

    Eventually.holds("done", () -> Files.exists(folder.resolve("done/face.jpg")));
  }

  private byte[] video(int frames) throws Exception {
    Path file = new TestVideo(320, 240).write(dir.resolve("made.mp4"), 25, frames);
    return Files.readAllBytes(file);
  }
}
