package io.sightings.ingest.journal;

import java.util.List;
import java.util.function.Predicate;

/** Which of those that were being read when the process ended may have ended it. */
final class CrashSuspects {
  /**
   * The first of these that holds for any of them. A suspect is read alone until it is established,
   * so that a death then is its own. Native code fails on what it has not seen before: what was
   * opened lately comes before what has given frames for a while. Files come before streams, as
   * after a death no file is read beside a stream that was opened lately.
   */
  private static final List<Predicate<ReadingEntry>> ORDER =
      List.of(
          one -> one.isEarly() && one.isSuspect(),
          one -> one.isEarly() && !one.live(),
          ReadingEntry::isEarly,
          one -> !one.live());

  private CrashSuspects() {}

  /**
   * Those that may have been the cause. Of several established streams it is none: nothing tells
   * which it was, and none of them is left out for another.
   *
   * @param open all that were being read
   */
  static List<ReadingEntry> of(List<ReadingEntry> open) {
    for (Predicate<ReadingEntry> kind : ORDER) {
      List<ReadingEntry> found = open.stream().filter(kind).toList();
      if (!found.isEmpty()) {
        return found;
      }
    }
    return open.size() == 1 ? open : List.of();
  }
}
