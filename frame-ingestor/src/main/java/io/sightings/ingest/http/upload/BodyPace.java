package io.sightings.ingest.http.upload;

import java.time.Duration;

/**
 * How slowly a body may come. What counts is the time spent waiting for the client, not that for
 * Kafka or the disk. Stateful, for one body.
 */
final class BodyPace {
  private static final Duration WINDOW = Duration.ofSeconds(5);
  private static final int BYTES_PER_SECOND = 4 << 10;

  private final long longest;
  private long waited;
  private long windowBegan;
  private long inWindow;

  private BodyPace(long longest) {
    this.longest = longest;
  }

  /** For a body that must be there after a time, and must keep coming until then. */
  static BodyPace within(Duration longest) {
    return new BodyPace(longest.toNanos());
  }

  /** For a body as long as it may be, which must keep coming. */
  static BodyPace steady() {
    return new BodyPace(Long.MAX_VALUE);
  }

  /** Nanoseconds the next byte may still take; 0 or less means that it is too slow. */
  long patience() {
    long window = WINDOW.toNanos();
    if (waited - windowBegan >= window && inWindow >= BYTES_PER_SECOND * WINDOW.toSeconds()) {
      windowBegan = waited;
      inWindow = 0;
    }
    return Math.min(longest, windowBegan + window) - waited;
  }

  void waited(long nanos) {
    waited += nanos;
  }

  void came(int bytes) {
    inWindow += bytes;
  }
}
