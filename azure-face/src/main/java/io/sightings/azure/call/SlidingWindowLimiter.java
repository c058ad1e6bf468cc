package io.sightings.azure.call;

import java.time.Duration;
import java.util.Arrays;

/**
 * No more than so many calls in any window of time, as the service sees them. The usual token
 * buckets and fixed periods let twice the limit through around a refill, and the service would
 * answer 429.
 *
 * <p>There are as many slots as calls allowed, and each is free again only a whole window after its
 * call has certainly reached the service: after its answer, or after {@code transit} where that is
 * sooner. So of any two calls by one slot, the second is sent at least a window after the first was
 * seen, and no window holds more calls than there are slots. A slot that is held is not free before
 * its call has ended: the service may see that call again as long as it lasts. Times are
 * nanoseconds of any one clock. Not thread-safe.
 */
final class SlidingWindowLimiter {
  /** Two clocks do not run quite alike. */
  private static final double GUARD = 1.01;

  private final long[] freeAt;
  private final long window;
  private final long transit;

  /**
   * @param limit calls in each window; less than 1 makes the window longer
   */
  SlidingWindowLimiter(double limit, Duration window, Duration transit) {
    int slots = (int) Math.max(1, Math.floor(limit + 1e-9));
    double stretch = limit < 1 ? 1 / limit : 1;
    this.freeAt = new long[slots];
    Arrays.fill(freeAt, Long.MIN_VALUE);
    this.window = (long) (window.toNanos() * stretch * GUARD);
    this.transit = transit.toNanos();
  }

  int slots() {
    return freeAt.length;
  }

  /**
   * When so many slots are free; not after now where they are free at once.
   *
   * @param wanted from 1; of more than there are, as many as there are
   */
  long nextAt(int wanted) {
    long[] sorted = freeAt.clone();
    Arrays.sort(sorted);
    return sorted[Math.min(wanted, sorted.length) - 1];
  }

  /**
   * @param held until {@link #answered}, {@link #ended} or {@link #unsent}
   * @throws IllegalStateException if none may be sent yet
   */
  Slot take(long now, boolean held) {
    int slot = soonest();
    if (freeAt[slot] > now) {
      throw new IllegalStateException("No call may be sent yet.");
    }
    long until = held ? Long.MAX_VALUE : now + transit + window;
    freeAt[slot] = until;
    return new Slot(slot, until);
  }

  /** The call was answered, so it has been seen. */
  void answered(Slot slot, long now) {
    free(slot, now + window);
  }

  /** The call has ended without an answer, and reaches the service within the transit. */
  void ended(Slot slot, long now) {
    free(slot, now + transit + window);
  }

  /** The call was never sent. */
  void unsent(Slot slot) {
    free(slot, Long.MIN_VALUE);
  }

  private void free(Slot slot, long at) {
    boolean stillItsOwn = freeAt[slot.index()] == slot.until();
    if (stillItsOwn && at < slot.until()) {
      freeAt[slot.index()] = at;
    }
  }

  private int soonest() {
    int soonest = 0;
    for (int i = 1; i < freeAt.length; i++) {
      if (freeAt[i] < freeAt[soonest]) {
        soonest = i;
      }
    }
    return soonest;
  }

  /**
   * A call's place in the window.
   *
   * @param until when it is free without any answer; Long.MAX_VALUE where it is held
   */
  record Slot(int index, long until) {}
}
