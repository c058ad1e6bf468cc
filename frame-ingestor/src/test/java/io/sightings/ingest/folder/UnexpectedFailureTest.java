package io.sightings.ingest.folder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import io.sightings.ingest.TestVideo;
import io.sightings.ingest.monitor.SourceMonitor;
import io.sightings.ingest.progress.SourceProgress;
import io.sightings.ingest.publish.MemoryTopic;
import io.sightings.ingest.reading.FileReadContext;
import io.sightings.ingest.reading.FrameSourceReader;
import io.sightings.ingest.reading.InterruptiblePause;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.SourceSettings;
import io.sightings.ingest.source.FileSources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fault of the product itself is not tried for ever. */
class UnexpectedFailureTest {
  @TempDir Path dir;

  @Test
  void aFileWhoseReadingFailsByAnExceptionIsPutAwayAfterFiveAttempts() throws Exception {
    Path root = Files.createDirectory(dir.resolve("in"));
    Path file = new TestVideo(96, 64).write(root.resolve("a.mp4"), 25, 5);
    SourceMonitor monitor = new SourceMonitor("drop", "watch");
    InterruptiblePause pauses = new InterruptiblePause();
    // The fault: nothing bounds how many files are read.
    FrameSourceReader reader =
        new FrameSourceReader(
            new FileReadContext(MemoryTopic.prompt().share(), null, null), monitor, false, pauses);
    FileIntake intake =
        new FileIntake(
            watching(root),
            new FileSources(IngestorSettings.defaults()),
            reader,
            SourceProgress.open(
                dir.resolve("state"),
                SourceInfo.of("drop", SourceKind.VIDEO),
                monitor::error,
                monitor::errorEnded),
            monitor,
            pauses);
    WatchedFolder folder = new WatchedFolder(root, dir.resolve("state"), false);
    List<FoundFile> found = FolderScan.of(folder).files();

    for (int attempt = 1; attempt <= FileIntake.MAX_FAILURES; attempt++) {
      assertThat(file).exists();
      intake.take(folder, found.get(0));
      pauses.retry();
    }
    intake.take(folder, found.get(0));

    assertThat(file).doesNotExist();
    assertThat(new String(Files.readAllBytes(root.resolve("rejected/a.mp4.reason")), UTF_8))
        .startsWith("an unexpected error: java.lang.NullPointerException")
        .contains(", 5 times; once that is mended, put it into the folder again");
    assertThat(monitor.status().unexpected()).isGreaterThanOrEqualTo(5);
    assertThat(monitor.status().rejected()).isEqualTo(1);
  }

  private static SourceSettings watching(Path folder) {
    return SourceSettings.watched("drop", folder.toString());
  }
}
