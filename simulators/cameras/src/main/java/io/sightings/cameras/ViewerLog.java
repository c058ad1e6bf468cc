package io.sightings.cameras;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one connection got of a camera.
 *
 * @param opened when the first request came
 * @param closed null while it is open
 * @param frames how many were sent, garbled ones included
 * @param garbled how many of them were random bytes
 * @param skipped how many the camera left out because the other side did not read or the behaviour
 *     changed
 * @param first the first frame sent, counted since the camera began to film; -1 before it
 * @param last the latest frame sent
 * @param firstSent when the first frame was sent; null before it
 * @param lastSent when the latest frame was sent
 * @param end why it ended; null while it is open
 */
public record ViewerLog(
    Instant opened,
    @Nullable Instant closed,
    long frames,
    long garbled,
    long skipped,
    long first,
    long last,
    @Nullable Instant firstSent,
    @Nullable Instant lastSent,
    @Nullable String end) {
  static ViewerLog opened(Instant now) {
    return new ViewerLog(now, null, 0, 0, 0, -1, -1, null, null, null);
  }

  ViewerLog sent(long ordinal, boolean garbage, Instant now) {
    boolean begins = frames == 0;
    return new ViewerLog(
        opened,
        closed,
        frames + 1,
        garbled + (garbage ? 1 : 0),
        skipped + (begins ? 0 : ordinal - last - 1),
        begins ? ordinal : first,
        ordinal,
        begins ? now : firstSent,
        now,
        end);
  }

  ViewerLog closed(String why, Instant now) {
    return new ViewerLog(
        opened, now, frames, garbled, skipped, first, last, firstSent, lastSent, why);
  }

  public boolean open() {
    return closed == null;
  }
}
