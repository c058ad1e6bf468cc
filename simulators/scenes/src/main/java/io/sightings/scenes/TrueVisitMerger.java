package io.sightings.scenes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Joins appearances in full view into visits. */
final class TrueVisitMerger {
  private final Instant start;
  private final double gapSeconds;
  private final Set<String> known;

  TrueVisitMerger(Instant start, double gapSeconds, Set<String> known) {
    this.start = start;
    this.gapSeconds = gapSeconds;
    this.known = known;
  }

  /** The visits in order of their beginning; frames must be in order of time. */
  List<TrueVisit> visits(List<TrueFrame> frames) {
    Map<String, TrueVisit> open = new HashMap<>();
    List<TrueVisit> closed = new ArrayList<>();
    for (TrueFrame frame : frames) {
      for (TrueFrame.TrueFace face : frame.faces()) {
        if (face.inFullView()) {
          TrueVisit before = open.get(face.person());
          if (before != null && frame.second() - before.lastSecond() > gapSeconds) {
            closed.add(before);
            before = null;
          }
          open.put(face.person(), seen(before, face.person(), frame.second()));
        }
      }
    }
    closed.addAll(open.values());
    closed.sort(
        Comparator.comparingDouble(TrueVisit::firstSecond).thenComparing(TrueVisit::person));
    return closed;
  }

  private TrueVisit seen(@Nullable TrueVisit before, String person, double second) {
    Instant now = start.plusMillis(Math.round(second * 1000));
    return before == null
        ? new TrueVisit(person, known.contains(person), second, second, now, now, 1)
        : new TrueVisit(
            person,
            before.known(),
            before.firstSecond(),
            second,
            before.firstSeen(),
            now,
            before.frames() + 1);
  }
}
