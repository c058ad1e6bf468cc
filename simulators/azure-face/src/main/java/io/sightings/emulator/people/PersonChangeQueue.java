package io.sightings.emulator.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Changes of one person wait for each other; those of several people do not. */
public final class PersonChangeQueue {
  private final InstantSource clock;
  private final Duration each;
  private final Map<String, Instant> busyUntil = new HashMap<>();

  /**
   * @param each how long one change takes
   */
  public PersonChangeQueue(InstantSource clock, Duration each) {
    this.clock = clock;
    this.each = each;
  }

  /** Queues a change; says how long from now it will be done. */
  public synchronized Duration take(String personId) {
    Instant now = clock.instant();
    busyUntil.values().removeIf(until -> !until.isAfter(now));
    Instant done = busyUntil.getOrDefault(personId, now).plus(each);
    busyUntil.put(personId, done);
    return Duration.between(now, done);
  }
}
