package io.sightings.ingest.folder;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The pauses between attempts: each is twice the last, up to a bound. */
final class Pause {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private Duration next = FIRST;

  void rest() throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(next().toNanos());
  }

  /** How long the next one is. */
  Duration next() {
    Duration now = next;
    next = now.multipliedBy(2).compareTo(LONGEST) < 0 ? now.multipliedBy(2) : LONGEST;
    return now;
  }
}
