package io.sightings.cameras;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** When which frame is taken: a camera films on whether anybody watches or not. */
final class CameraFrameClock {
  private final int fps;
  private final Instant began = Instant.now();
  private final long beganNanos = System.nanoTime();

  CameraFrameClock(int fps) {
    this.fps = fps;
  }

  /** The time of day at which a frame is taken. */
  Instant time(long ordinal) {
    return began.plusNanos(offset(ordinal));
  }

  /** The latest frame that is taken at a time. */
  long at(Instant time) {
    return at(Duration.between(began, time).toNanos());
  }

  /** The next frame to be taken. */
  long next() {
    return at(System.nanoTime() - beganNanos) + 1;
  }

  /** How long it is until a frame is taken, in nanoseconds; negative if it is past. */
  long until(long ordinal) {
    return beganNanos + offset(ordinal) - System.nanoTime();
  }

  private long at(long nanos) {
    return Math.floorDiv(Math.multiplyExact(nanos, fps), TimeUnit.SECONDS.toNanos(1));
  }

  private long offset(long ordinal) {
    return ordinal / fps * TimeUnit.SECONDS.toNanos(1)
        + ordinal % fps * TimeUnit.SECONDS.toNanos(1) / fps;
  }
}
