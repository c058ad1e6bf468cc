package io.sightings.ingest.folder;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A folder whose files are read.
 *
 * @param root absolute
 * @param state the ingestor's own files, which are not read should they be within
 * @param uploads whether it holds what came by HTTP. Such files are complete when they are there,
 *     may have their capture time beside them, and are deleted once they are read: pictures of
 *     people are kept no longer than needed.
 */
record WatchedFolder(Path root, Path state, boolean uploads) {
  static final String REJECTED = "rejected";
  private static final String REASON = ".reason";
  private static final String START = ".start";

  Path done() {
    return root.resolve("done");
  }

  Path rejected() {
    return root.resolve(REJECTED);
  }

  /** Where it is said why a file was rejected. */
  static Path reason(Path file) {
    return file.resolveSibling(file.getFileName() + REASON);
  }

  /** Where the capture time of an upload's first frame is, ISO-8601, if there is one. */
  static Path start(Path file) {
    return file.resolveSibling(file.getFileName() + START);
  }

  /** The file whose capture time this is; empty where it is something else. */
  static Optional<Path> startedBy(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(START)
        ? Optional.of(file.resolveSibling(name.substring(0, name.length() - START.length())))
        : Optional.empty();
  }

  /** The file that a note says something of; empty where it is no note. */
  static Optional<Path> noted(Path file) {
    String name = file.getFileName().toString();
    for (String suffix : List.of(REASON, START)) {
      if (name.endsWith(suffix)) {
        return Optional.of(file.resolveSibling(name.substring(0, name.length() - suffix.length())));
      }
    }
    return Optional.empty();
  }

  /** Whether a file only says something of another. */
  boolean isNote(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(REASON) || (uploads && name.endsWith(START));
  }
}
