package io.sightings.ingest.live;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Knows when a source was blind: between two connections, and when pictures are missing for much
 * longer than they usually take. Of one thread.
 */
final class GapDetector {
  /** Pictures that come a little late are none missing. */
  private static final int MISSING = 4;

  /** How much a new interval counts, so that a source may change its rate. */
  private static final double WEIGHT = 1.0 / 4;

  /** So many intervals say nothing yet: the first pictures often come in a burst. */
  private static final int FEW = 3;

  private final long tolerated;
  private double usual;
  private int intervals;
  private @Nullable Instant last;
  private boolean lost;

  /**
   * @param heartbeat how often a source says that it sees; a gap shorter than two of them is not
   *     misses
   */
  GapDetector(Duration heartbeat) {
    tolerated = heartbeat.multipliedBy(2).toNanos();
  }

  /** The connection is gone. */
  void lost() {
    lost = last != null;
  }

  /**
   * A picture was taken.
   *
   * @param setBack whether the clock was set back since the last one
   * @return when the gap before the picture began, if there is one
   */
  @Nullable Instant sees(Instant now, boolean setBack) {
    Instant before = last;
    boolean blind = lost;
    last = now;
    lost = false;
    if (before == null) {
      return null;
    }
    if (setBack) {
      // The length of the gap is unknown.
      return blind ? now : null;
    }
    return blind || missing(Duration.between(before, now).toNanos()) ? before : null;
  }

  private boolean missing(long interval) {
    boolean much = intervals >= FEW && interval > Math.max(tolerated, MISSING * usual);
    usual = intervals == 0 ? interval : usual + WEIGHT * (interval - usual);
    intervals++;
    return much;
  }

  /** Time between pictures as they usually come; zero where that is not known. */
  Duration usual() {
    return Duration.ofNanos((long) usual);
  }
}
