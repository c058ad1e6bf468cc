package io.sightings.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All there is to know about a frame but its pixels.
 *
 * @param type image, heartbeat or ended
 * @param source where it comes from
 * @param epoch names one run of the source and survives a restart of the ingestor; {@value
 *     SourceInfo#ID_PATTERN}
 * @param sequence counts within the epoch from 0; heartbeats and the end count too
 * @param capturedAt when the picture was taken, by the source's own clock
 * @param contentType media type of the image; null where there is none
 * @param width in pixels, 0 where there is no image
 * @param height in pixels, 0 where there is no image
 * @param subject what within the source was seen, such as a photo's file name; may be null
 * @param clock whose clock capturedAt was read from; null if no record states it
 * @param blindFrom of a gap: the last time the source was known to see, while capturedAt is when it
 *     saw again; null for all else
 */
public record FrameInfo(
    FrameType type,
    SourceInfo source,
    String epoch,
    long sequence,
    Instant capturedAt,
    @Nullable String contentType,
    int width,
    int height,
    @Nullable String subject,
    @Nullable CaptureClock clock,
    Instant blindFrom) {

  /** Names the frame for ever, so that a repeated one is recognised. */
  public String id() {
    return source.id() + "/" + epoch + "/" + sequence;
  }
}
