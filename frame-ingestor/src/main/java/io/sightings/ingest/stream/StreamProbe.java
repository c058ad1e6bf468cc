package io.sightings.ingest.stream;

import io.sightings.ingest.address.StreamException;
import io.sightings.ingest.ffmpeg.StreamCancellation;
import io.sightings.ingest.settings.SourceSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opens a source once and reports what it delivers, for setup. */
public final class StreamProbe {
  private final StreamBounds bounds;
  private final Duration watch;

  /**
   * @param watch how long pictures are looked at; the first sender report of a camera, which tells
   *     its clock, may take five seconds
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
   * @param transport how the pictures come, such as tcp, udp, http or v4l2
   * @param opening how long it took until the first picture was there
   * @param fps pictures per second as they came
   * @param keyFrameInterval mean distance of the key frames seen
   * @param clockOffset how far the camera's clock is ahead of ours
   * @param unknownOptions names of options that mean nothing to FFmpeg here
   */
  public record Finding(
      String address,
      StreamInfo info,
      String transport,
      Duration opening,
      double fps,
      @Nullable Duration keyFrameInterval,
      @Nullable Duration clockOffset,
      Set<String> unknownOptions) {

    public Finding {
      unknownOptions = Set.copyOf(unknownOptions);
    }
  }

  /**
   * @throws StreamException if there is nothing to see; says what to do about it
   * @throws IllegalArgumentException if the address is none
   */
  public Finding probe(SourceSettings source) throws StreamException {
    StreamAddress address = StreamAddress.of(source);
    long begun = System.nanoTime();
    try (LiveStream stream = LiveStream.open(address, bounds, new StreamCancellation())) {
      stream.next();
      Duration opening = Duration.ofNanos(System.nanoTime() - begun);
      Watched seen = watch(stream);
      return new Finding(
          address.shown(),
          stream.info(),
          address.transport(),
          opening,
          seen.fps(),
          seen.keyFrameInterval(),
          seen.clockOffset(),
          stream.unknownOptions());
    }
  }

  private Watched watch(LiveStream stream) throws StreamException {
    Watched seen = new Watched(stream);
    long end = System.nanoTime() + watch.toNanos();
    while (System.nanoTime() < end) {
      stream.next();
      seen.picture();
    }
    return seen;
  }

  /** By the stream's own time, as the first pictures come in a burst. */
  private static final class Watched {
    private final LiveStream stream;
    private final long firstMicros;
    private final long firstKeyFrames;
    private long pictures;
    private long lastKeyFrames;
    private final long firstKeyMicros;
    private long lastKeyMicros;
    private @Nullable Duration clockOffset;

    Watched(LiveStream stream) {
      this.stream = stream;
      firstMicros = stream.micros();
      firstKeyFrames = stream.keyFrames();
      lastKeyFrames = firstKeyFrames;
      firstKeyMicros = firstMicros;
      lastKeyMicros = firstMicros;
    }

    void picture() {
      pictures++;
      if (stream.keyFrames() > lastKeyFrames) {
        lastKeyFrames = stream.keyFrames();
        lastKeyMicros = stream.micros();
      }
      Instant camera = stream.cameraTime();
      clockOffset = camera == null ? clockOffset : Duration.between(Instant.now(), camera);
    }

    double fps() {
      long micros = stream.micros() - firstMicros;
      return micros == 0 ? 0 : pictures * 1e6 / micros;
    }

    @Nullable Duration keyFrameInterval() {
      long intervals = lastKeyFrames - firstKeyFrames;
      return intervals == 0
          ? null
          : Duration.ofNanos(1000 * (lastKeyMicros - firstKeyMicros) / intervals);
    }

    @Nullable Duration clockOffset() {
      return clockOffset;
    }
  }
}
