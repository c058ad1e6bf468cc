package io.sightings.job.admit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Knows which rejections were replayed, so that replaying them again changes nothing. */
final class ReplayMarks {
  /** So many are remembered, the most recent ones: half a megabyte at the most. */
  static final int MAX_REJECTIONS = 10_000;

  private final LinkedHashSet<String> rejections = new LinkedHashSet<>();

  /** Whether this rejection is replayed for the first time. */
  boolean admit(String rejection) {
    if (!rejections.add(rejection)) {
      return false;
    }
    if (rejections.size() > MAX_REJECTIONS) {
      rejections.remove(rejections.iterator().next());
    }
    return true;
  }

  void restore(Iterable<String> saved) {
    saved.forEach(this::admit);
  }

  List<String> all() {
    return new ArrayList<>(rejections);
  }
}
