package io.sightings.job.detect;

import java.util.ArrayList;
import java.util.List;

/**
 * Frames that were diverted, until that is safe. A checkpoint that completes may have begun before
 * the diversion; the one after it has not.
 */
final class DivertedFrames {
  private List<String> fresh = new ArrayList<>();
  private List<String> older = new ArrayList<>();

  synchronized void add(String frame) {
    fresh.add(frame);
  }

  /**
   * A checkpoint has completed.
   *
   * @return the frames that are not read again
   */
  synchronized List<String> checkpointed() {
    List<String> safe = older;
    older = fresh;
    fresh = new ArrayList<>();
    return safe;
  }
}
