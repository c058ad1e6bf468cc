package io.sightings.emulator.people;

import java.util.SplittableRandom;
import java.util.UUID;

/** Makes GUIDs: always the same row for the same seed. */
public final class GuidGenerator {
  private final SplittableRandom random;

  public GuidGenerator(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** One that was not given out before. */
  public synchronized String next() {
    long high = random.nextLong() & ~0xf000L | 0x4000L; // version 4: random
    long low = random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L; // RFC 9562's variant
    return new UUID(high, low).toString();
  }

  /** A source of ids of its own, so that one kind of ids does not depend on how many others are. */
  public synchronized GuidGenerator split() {
    return new GuidGenerator(random.nextLong());
  }
}
