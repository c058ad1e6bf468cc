package io.sightings.contract;

import java.time.Instant;

/**
 * A frame on its way from a source to the job.
 *
 * @param info what is known about it
 * @param image the encoded image (JPEG, PNG, …), null for heartbeat and ended; never copied
 */
public record Frame(FrameInfo info, byte[] image) {

  public static Frame heartbeat(SourceInfo source, String epoch, long sequence, Instant now) {
    return empty(FrameType.HEARTBEAT, source, epoch, sequence, now);
  }

  public static Frame ended(SourceInfo source, String epoch, long sequence, Instant now) {
    return empty(FrameType.ENDED, source, epoch, sequence, now);
  }

  private static Frame empty(
      FrameType type, SourceInfo source, String epoch, long sequence, Instant now) {
    return new Frame(new FrameInfo(type, source, epoch, sequence, now, null, 0, 0, null), null);
  }
}
