package io.sightings.ingest.live;

import io.sightings.contract.CaptureClock;
import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import io.sightings.ingest.jpeg.EncodedImage;
import io.sightings.ingest.sample.CaptureTime;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** What tests of live sources are made of. */
final class Things {
  static final Instant START = Instant.parse("2026-11-21T09:30:00Z");

  private Things() {}

  static SourceInfo source(String id) {
    return SourceInfo.of(id, SourceKind.LIVE);
  }

  /** So many seconds after the start. */
  static CaptureTime at(double seconds) {
    return new CaptureTime(START.plusMillis(Math.round(seconds * 1000)), CaptureClock.ARRIVAL);
  }

  /** A picture of so many bytes. */
  static EncodedImage image(int bytes) {
    return new EncodedImage(new byte[bytes], "image/jpeg", 16, 16);
  }

  /** Waits until it holds, for at most half a minute. */
  static void await(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("waited in vain until " + what);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }
}
