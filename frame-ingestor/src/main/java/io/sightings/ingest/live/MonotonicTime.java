package io.sightings.ingest.live;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * What time it is, and how much has passed.
 *
 * @param wall may be set back and forth
 * @param nanos goes on evenly, from anywhere
 */
record MonotonicTime(InstantSource wall, LongSupplier nanos) {
  static final MonotonicTime SYSTEM = new MonotonicTime(InstantSource.system(), System::nanoTime);

  Instant now() {
    return wall.instant();
  }

  long nanoTime() {
    return nanos.getAsLong();
  }
}
