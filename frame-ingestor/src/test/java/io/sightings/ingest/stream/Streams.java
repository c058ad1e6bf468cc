package io.sightings.ingest.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sightings.ingest.WebcamLibrary;
import io.sightings.ingest.address.StreamException;
import io.sightings.ingest.ffmpeg.StreamCancellation;
import io.sightings.ingest.settings.SourceSettings;
import io.sightings.ingest.settings.SourceSettingsBuilder;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Opening streams in tests. */
public final class Streams {
  /** Long enough for a busy machine to answer, short enough to wait for. */
  static final Duration TIMEOUT = Duration.ofSeconds(2);

  /** When something should long have happened. */
  static final Duration LIMIT = Duration.ofSeconds(20);

  private Streams() {}

  public static StreamBounds bounds() {
    return new StreamBounds(TIMEOUT, 50_000_000, false);
  }

  public static StreamBounds bounds(Duration timeout) {
    return new StreamBounds(timeout, 50_000_000, false);
  }

  public static StreamBounds keyFramesOnly() {
    return new StreamBounds(TIMEOUT, 50_000_000, true);
  }

  public static StreamAddress address(String url) {
    return StreamAddress.of(SourceSettings.stream("test", url));
  }

  /** A webcam of FFmpeg's own. */
  public static SourceSettings drawn(String graph) {
    WebcamLibrary.assume();
    return SourceSettingsBuilder.builder().id("test").device(graph).format("lavfi").build();
  }

  public static LiveStream open(String url) throws StreamException {
    return open(address(url), bounds());
  }

  public static LiveStream open(StreamAddress address, StreamBounds bounds) throws StreamException {
    return LiveStream.open(address, bounds, new StreamCancellation());
  }

  /** Why a stream cannot be opened, or if it can, why it ends. */
  public static StreamException failure(StreamAddress address, StreamBounds bounds) {
    return catchThrowableOfType(
        StreamException.class,
        () -> {
          try (LiveStream stream = open(address, bounds)) {
            readToTheEnd(stream);
          }
        });
  }

  public static StreamException failure(String url) {
    return failure(address(url), bounds());
  }

  /** Why an open stream ends. */
  public static StreamException end(LiveStream stream) {
    return catchThrowableOfType(StreamException.class, () -> readToTheEnd(stream));
  }

  /** Waits until something holds, and fails if that takes too long. */
  public static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("time is up").isLessThan(end);
      LockSupport.parkNanos(10_000_000);
    }
  }

  private static void readToTheEnd(LiveStream stream) throws StreamException {
    while (true) {
      stream.next();
    }
  }
}
