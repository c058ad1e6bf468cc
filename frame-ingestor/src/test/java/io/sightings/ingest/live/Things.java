package io.sightings.ingest.live;

import io.sightings.contract.CaptureClock;
import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import io.sightings.ingest.Eventually;
import io.sightings.ingest.jpeg.EncodedImage;
import io.sightings.ingest.sample.CaptureTime;
import java.time.Instant;
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

  static void await(String what, BooleanSupplier holds) {
    try {
      Eventually.holds(what, holds::getAsBoolean);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
