package io.sightings.job.admit;

import io.sightings.contract.CaptureClock;
import io.sightings.contract.Frame;
import io.sightings.contract.FrameInfo;
import io.sightings.contract.FrameType;
import io.sightings.contract.KafkaMessage;
import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import io.sightings.contract.codec.FrameCodec;
import java.time.Instant;

/** Frames as they are delivered. */
public final class Deliveries {
  public static final Instant START = Instant.parse("2026-01-01T09:00:00Z");
  private static final FrameCodec CODEC = new FrameCodec();

  private Deliveries() {}

  public static FrameRecord image(
      SourceInfo source, String epoch, long sequence, Instant time, byte[] image) {
    return of(
        new Frame(
            new FrameInfo(
                FrameType.IMAGE,
                source,
                epoch,
                sequence,
                time,
                "image/jpeg",
                640,
                480,
                null,
                null,
                null),
            image));
  }

  public static FrameRecord ended(SourceInfo source, String epoch, long sequence, Instant time) {
    return of(Frame.ended(source, epoch, sequence, time, CaptureClock.RECORDING));
  }

  public static FrameRecord of(Frame frame) {
    return from(CODEC.encode(frame), frame.info().sequence());
  }

  public static FrameRecord from(KafkaMessage message, long offset) {
    return DeliverySchema.read(CODEC, message, "frames", 0, offset);
  }

  /** A frame of a recording at a second, with the sequence number as its picture. */
  static FrameRecord video(long sequence, double second) {
    return video("door", "run1", sequence, second);
  }

  static FrameRecord video(String source, String epoch, long sequence, double second) {
    return image(
        SourceInfo.of(source, SourceKind.VIDEO),
        epoch,
        sequence,
        START.plusMillis(Math.round(second * 1000)),
        new byte[] {(byte) sequence});
  }

  static FrameRecord photo(long sequence, double second) {
    return image(
        SourceInfo.of("uploads", SourceKind.IMAGE),
        "run1",
        sequence,
        START.plusMillis(Math.round(second * 1000)),
        new byte[] {(byte) sequence});
  }
}
