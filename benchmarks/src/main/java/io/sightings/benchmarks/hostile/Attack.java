package io.sightings.benchmarks.hostile;

import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/**
 * A kind of hostile upload.
 *
 * @param answers the statuses it may get, beside 429; 0 is none at all
 * @param maker makes one of them
 */
record Attack(String name, Set<Integer> answers, Function<Random, Hostile> maker) {

  /** One that waits for its answer. */
  static Attack of(String name, int answer, Function<Random, byte[]> bytes) {
    return new Attack(name, Set.of(answer), random -> Hostile.waits(bytes.apply(random)));
  }
}
