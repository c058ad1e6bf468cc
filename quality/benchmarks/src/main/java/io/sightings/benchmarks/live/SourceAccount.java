package io.sightings.benchmarks.live;

import io.sightings.benchmarks.live.FramesTopicReader.Entry;
import io.sightings.contract.FrameType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the records of one source say about what became of it.
 *
 * @param published pictures
 * @param repeated pictures that show the number of the one before
 * @param missing pictures that were filmed between others that arrived, outside of gaps, and did
 *     not; -1 where pictures have no numbers
 * @param holes sequence numbers that never came: what was dropped
 * @param blind lengths of the gaps, sorted
 */
record SourceAccount(
    long published, long repeated, long missing, long holes, List<Duration> blind) {

  /**
   * @param frames after so many the numbers begin anew; 0 where there are none
   */
  static SourceAccount of(List<Entry> entries, int frames) {
    long published = 0;
    long repeated = 0;
    long missing = 0;
    long holes = 0;
    List<Duration> blind = new ArrayList<>();
    Entry before = null;
    long sequence = -1;
    for (Entry entry : entries) {
      holes += entry.sequence() > sequence ? entry.sequence() - sequence - 1 : 0;
      sequence = entry.sequence();
      if (entry.type() == FrameType.GAP) {
        blind.add(Duration.between(entry.blindFrom(), entry.at()));
        before = null;
      } else if (entry.type() == FrameType.IMAGE) {
        published++;
        if (frames > 0 && before != null) {
          int step = Math.floorMod(entry.number() - before.number(), frames);
          repeated += step == 0 ? 1 : 0;
          missing += Math.max(0, step - 1);
        }
        before = entry;
      }
    }
    Collections.sort(blind);
    return new SourceAccount(
        published, repeated, frames == 0 ? -1 : missing, holes, List.copyOf(blind));
  }

  Duration blindAt(double share) {
    return blind.isEmpty()
        ? Duration.ZERO
        : blind.get((int) Math.min(blind.size() - 1L, Math.round(share * (blind.size() - 1))));
  }
}
