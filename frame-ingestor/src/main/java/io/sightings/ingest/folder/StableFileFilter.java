package io.sightings.ingest.folder;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells which files are complete: those that have not changed for a while. */
final class StableFileFilter {
  private final long nanos;
  private Map<FoundFile, Long> since = new HashMap<>();

  StableFileFilter(Duration settle) {
    nanos = settle.toNanos();
  }

  /**
   * The files that are complete, in the order they are to be read.
   *
   * @param files all there are
   * @param from when the look at them began, in nanoseconds of any clock that never goes back
   * @param to when it ended
   */
  List<FoundFile> complete(List<FoundFile> files, long from, long to) {
    Map<FoundFile, Long> seen = new HashMap<>();
    for (FoundFile file : files) {
      // A file that has changed is not equal to what it was.
      seen.put(file, since.getOrDefault(file, to));
    }
    since = seen;
    return files.stream()
        // What was seen last is known of the beginning of the look only.
        .filter(file -> from - seen.get(file) >= nanos)
        .sorted(FoundFile.ORDER)
        .toList();
  }
}
