package io.sightings.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A frame on its way from a source to the job.
 *
 * @param info what is known about it
 * @param image the encoded image (JPEG, PNG, …), null for all but images; never copied
 */
public record Frame(FrameInfo info, byte @Nullable [] image) {

  public static Frame heartbeat(
      SourceInfo source, String epoch, long sequence, Instant now, CaptureClock clock) {
    return empty(FrameType.HEARTBEAT, source, epoch, sequence, now, clock, null);
  }

  /**
   * @param from when the source was last known to see
   * @param to when it saw again
   */
  public static Frame gap(
      SourceInfo source,
      String epoch,
      long sequence,
      Instant from,
      Instant to,
      CaptureClock clock) {
    return empty(FrameType.GAP, source, epoch, sequence, to, clock, from);
  }

  public static Frame ended(
      SourceInfo source, String epoch, long sequence, Instant now, CaptureClock clock) {
    return empty(FrameType.ENDED, source, epoch, sequence, now, clock, null);
  }

  private static Frame empty(
      FrameType type,
      SourceInfo source,
      String epoch,
      long sequence,
      Instant now,
      CaptureClock clock,
      @Nullable Instant blindFrom) {
    return new Frame(
        new FrameInfo(type, source, epoch, sequence, now, null, 0, 0, null, clock, blindFrom),
        null);
  }
}
