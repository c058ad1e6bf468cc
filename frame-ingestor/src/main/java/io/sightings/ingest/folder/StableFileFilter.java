package io.sightings.ingest.folder;

import java.time.Duration;
import java.util.ArrayList;
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
    List<FoundFile> complete = new ArrayList<>();
    for (FoundFile file : files) {
      // A file that has changed is not equal to what it was.
      long first = since.getOrDefault(file, to);
      seen.put(file, first);
      // What was seen last is known of the beginning of the look only.
      if (from - first >= nanos) {
        complete.add(file);
      }
    }
    since = seen;
    complete.sort(FoundFile.ORDER);
    return complete;
  }
}
