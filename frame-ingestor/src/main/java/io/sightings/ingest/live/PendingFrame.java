package io.sightings.ingest.live;

import io.sightings.contract.Frame;
import io.sightings.contract.FrameInfo;
import io.sightings.contract.FrameType;
import io.sightings.contract.SourceInfo;
import io.sightings.ingest.jpeg.EncodedImage;
import io.sightings.ingest.sample.CaptureTime;
import java.time.Instant;

/** What a live source has to say, before it is numbered. */
sealed interface PendingFrame {
  /** Its run. */
  String epoch();

  CaptureTime at();

  Frame numbered(SourceInfo source, long sequence);

  /** A picture that was sampled. */
  record Picture(String epoch, CaptureTime at, EncodedImage image) implements PendingFrame {
    @Override
    public Frame numbered(SourceInfo source, long sequence) {
      FrameInfo info =
          new FrameInfo(
              FrameType.IMAGE,
              source,
              epoch,
              sequence,
              at.at(),
              image.contentType(),
              image.width(),
              image.height(),
              null,
              at.clock(),
              null);
      return new Frame(info, image.bytes());
    }
  }

  record Heartbeat(String epoch, CaptureTime at) implements PendingFrame {
    @Override
    public Frame numbered(SourceInfo source, long sequence) {
      return Frame.heartbeat(source, epoch, sequence, at.at(), at.clock());
    }
  }

  /**
   * @param from when the source was last known to see
   * @param at when it saw again
   */
  record Gap(String epoch, Instant from, CaptureTime at) implements PendingFrame {
    @Override
    public Frame numbered(SourceInfo source, long sequence) {
      return Frame.gap(source, epoch, sequence, from, at.at(), at.clock());
    }
  }

  record Ended(String epoch, CaptureTime at) implements PendingFrame {
    @Override
    public Frame numbered(SourceInfo source, long sequence) {
      return Frame.ended(source, epoch, sequence, at.at(), at.clock());
    }
  }
}
