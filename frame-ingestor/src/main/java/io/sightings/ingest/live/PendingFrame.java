package io.sightings.ingest.live;

import io.sightings.contract.Frame;
import io.sightings.contract.FrameInfo;
import io.sightings.contract.FrameType;
import io.sightings.contract.SourceInfo;
import io.sightings.ingest.jpeg.EncodedImage;
import io.sightings.ingest.sample.CaptureTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record of a live source before it is numbered.
 *
 * @param epoch the run it belongs to
 * @param image of type {@link FrameType#IMAGE} only
 * @param blindFrom when the source was last known to see; of type {@link FrameType#GAP} only
 */
record PendingFrame(
    FrameType type,
    String epoch,
    CaptureTime at,
    @Nullable EncodedImage image,
    @Nullable Instant blindFrom) {
  /** What a record takes in memory besides the bytes of its image, in bytes. */
  static final int OVERHEAD = 1024;

  boolean isImage() {
    return image != null;
  }

  /** What it takes in memory, in bytes. */
  long cost() {
    return OVERHEAD + (image == null ? 0 : image.bytes().length);
  }

  /** The record that replaces this one and the next, if one can. */
  @Nullable PendingFrame mergedWith(PendingFrame next) {
    boolean nextIsGap = next.type == FrameType.GAP;
    if (type == FrameType.HEARTBEAT && (nextIsGap || next.type == FrameType.HEARTBEAT)) {
      return next;
    }
    if (type == FrameType.GAP && nextIsGap) {
      // What was seen between the two was dropped.
      return epoch.equals(next.epoch)
          ? new PendingFrame(FrameType.GAP, epoch, next.at, null, blindFrom)
          : next;
    }
    return null;
  }

  Frame numbered(SourceInfo source, long sequence) {
    FrameInfo info =
        new FrameInfo(
            type,
            source,
            epoch,
            sequence,
            at.at(),
            image == null ? null : image.contentType(),
            image == null ? 0 : image.width(),
            image == null ? 0 : image.height(),
            null,
            at.clock(),
            blindFrom);
    return new Frame(info, image == null ? null : image.bytes());
  }
}
