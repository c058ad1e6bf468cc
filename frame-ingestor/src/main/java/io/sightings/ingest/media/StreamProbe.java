package io.sightings.ingest.media;

import io.sightings.ingest.settings.SourceSettings;
import java.time.Duration;

/** Opens a source once and says what comes, for whoever sets one up. */
public final class StreamProbe {
  private final StreamBounds bounds;
  private final Duration watch;

  /**
   * @param watch how long pictures are looked at
   */
  public StreamProbe(StreamBounds bounds, Duration watch) {
    this.bounds = bounds;
    this.watch = watch;
  }

  /**
   * What a stream turned out to be.
   *
   * @param address without credentials
   * @param info codec, size and stated rate
   * @param transport how the pictures come, such as tcp, udp, http or device
   * @param opening how long it took until the first picture was there
   * @param fps pictures per second as they arrived
   * @param keyFrameInterval between the last two key frames seen; null where fewer came
   * @param clockOffset how far the camera's clock is ahead of ours; null where it tells no time, so
   *     that the time of arrival counts
   */
  public record Finding(
      String address,
      StreamInfo info,
      String transport,
      Duration opening,
      double fps,
      Duration keyFrameInterval,
      Duration clockOffset) {}

  /**
   * @throws StreamException if there is nothing to see; says what to do about it
   * @throws IllegalArgumentException if the address is none
   */
  public Finding probe(SourceSettings source) throws StreamException {
    throw new UnsupportedOperationException("not yet: " + bounds + watch + source);
  }
}
