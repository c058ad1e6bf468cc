package io.sightings.ingest.publish;

import java.util.PriorityQueue;

/**
 * How many frames have arrived without a hole. Frames mostly arrive in their order; one that is
 * ahead does not count before all that come before it are there.
 */
final class ArrivalMark {
  private final PriorityQueue<Long> ahead = new PriorityQueue<>();
  private long frames;

  /**
   * @param frames that have arrived before
   */
  ArrivalMark(long frames) {
    this.frames = frames;
  }

  synchronized void arrived(long sequence) {
    if (sequence > frames) {
      ahead.add(sequence);
    } else if (sequence == frames) {
      frames++;
    }
    while (!ahead.isEmpty() && ahead.peek() <= frames) {
      frames = Math.max(frames, ahead.poll() + 1);
    }
  }

  synchronized long frames() {
    return frames;
  }
}
