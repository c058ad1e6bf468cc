package io.sightings.job.admit;

import io.sightings.contract.FrameInfo;
import io.sightings.contract.SourceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Knows the last frame of every recent run, and so which frames repeat or go back in time. */
final class SequenceMarks {
  /** So many runs are remembered, the most recent ones: some megabytes at the most. */
  static final int MAX_EPOCHS = 20_000;

  enum Verdict {
    NEW,
    DUPLICATE,
    REPEATED_EPOCH,
    BACK_IN_TIME,
    FAR_AHEAD
  }

  /** No clock is that wrong by chance, and no two clocks that are in use differ by so much. */
  private static final Duration FAR = Duration.ofDays(1);

  // In the order of use, oldest first.
  private final LinkedHashMap<String, SourceMark> marks = new LinkedHashMap<>(64, 0.75f, true);

  /**
   * @param published when the frame was put on its topic; null where that is not known
   */
  Verdict admit(FrameInfo frame, @Nullable Instant published) {
    String run = frame.source().id() + "/" + frame.epoch();
    SourceMark last = marks.get(run);
    // Photos are judged by themselves and come in any order of time.
    boolean ordered = frame.source().kind() != SourceKind.IMAGE;
    if (last != null && frame.sequence() <= last.sequence()) {
      // A frame that is repeated was captured no later than those after it.
      return ordered && frame.capturedAt().isAfter(last.time())
          ? Verdict.REPEATED_EPOCH
          : Verdict.DUPLICATE;
    }
    if (last != null && ordered && frame.capturedAt().isBefore(last.time())) {
      return Verdict.BACK_IN_TIME;
    }
    if (last != null && ordered && isFarAhead(frame.capturedAt(), last.time(), published)) {
      // Admitted, it would make all that follows it go back in time.
      return Verdict.FAR_AHEAD;
    }
    put(
        run,
        new SourceMark(frame.source().id(), frame.epoch(), frame.sequence(), frame.capturedAt()));
    return Verdict.NEW;
  }

  /**
   * A clock that is set right in the middle of a run may leap by years, but not beyond the time of
   * publication. A recording may be dated in the future as a whole, but then does not leap.
   */
  private static boolean isFarAhead(Instant captured, Instant last, @Nullable Instant published) {
    return published != null
        && captured.isAfter(published.plus(FAR))
        && captured.isAfter(last.plus(FAR));
  }

  /** Joins what other instances knew before a restart: the farther mark of a run counts. */
  void restore(Iterable<SourceMark> saved) {
    for (SourceMark mark : saved) {
      String run = mark.source() + "/" + mark.epoch();
      SourceMark known = marks.get(run);
      if (known == null || known.sequence() < mark.sequence()) {
        put(run, mark);
      }
    }
  }

  List<SourceMark> all() {
    Collection<SourceMark> all = marks.values();
    return List.copyOf(all);
  }

  private void put(String run, SourceMark mark) {
    marks.put(run, mark);
    if (marks.size() > MAX_EPOCHS) {
      Map.Entry<String, SourceMark> eldest = marks.entrySet().iterator().next();
      marks.remove(eldest.getKey());
    }
  }
}
