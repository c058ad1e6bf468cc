package io.sightings.faceservice.fault;

import io.sightings.faceservice.wire.Operation;

/**
 * "The third to fifth call of createPerson fail so."
 *
 * @param operation null for any, and then all calls are counted together
 * @param from the first call it befalls, counted from 1 since the faults were set
 * @param count how many it befalls from there
 * @param fault what happens to them
 */
public record Rule(Operation operation, long from, long count, Fault fault) {

  public Rule {
    if (from < 1 || count < 1) {
      throw new IllegalArgumentException(
          "A fault befalls one call or more, counted from 1; from is "
              + from
              + " and count is "
              + count
              + ".");
    }
  }

  /** The nth call of an operation. */
  public static Rule nth(Operation operation, long n, Fault fault) {
    return new Rule(operation, n, 1, fault);
  }

  /** The nth call, whatever it is for. */
  public static Rule nth(long n, Fault fault) {
    return new Rule(null, n, 1, fault);
  }

  /** Every call of an operation. */
  public static Rule every(Operation operation, Fault fault) {
    return new Rule(operation, 1, Long.MAX_VALUE, fault);
  }

  /**
   * @param nth of its operation
   * @param nthOfAll of all calls
   */
  boolean befalls(Operation called, long nth, long nthOfAll) {
    long n = operation == null ? nthOfAll : nth;
    return (operation == null || operation == called) && n >= from && n - from < count;
  }
}
