package io.sightings.ingest.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What uploads that were broken off leave behind, so that no pictures linger. */
final class PartialUploads {
  private static final Duration KEPT = Duration.ofDays(1);

  private PartialUploads() {}

  /** Deletes what has not changed for a day and will not be read. */
  static void delete(WatchedFolder uploads) throws IOException {
    List<Path> old;
    try (Stream<Path> all = Files.list(uploads.root())) {
      old = all.filter(Files::isRegularFile).filter(PartialUploads::isLeftover).toList();
    }
    Instant limit = Instant.now().minus(KEPT);
    for (Path file : old) {
      if (Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
        Files.delete(file);
      }
    }
  }

  /** An unfinished file, or the time of a file that is not there. */
  private static boolean isLeftover(Path file) {
    return FolderScan.isUnfinished(file)
        || WatchedFolder.startedBy(file).map(video -> !Files.exists(video)).orElse(false);
  }
}
