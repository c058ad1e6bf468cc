package io.sightings.engine.azure.call;

import java.time.Duration;

/**
 * How calls are to be made.
 *
 * @param patience how long each may take, waiting and retries included
 * @param whileAway what they do while the resource is left alone
 * @param housekeeping whether no question needs the calls' answers: they are not sent to a resource
 *     that is left alone, and say nothing about whether it answers questions
 * @param tally counts what they cost
 */
public record CallOptions(
    Priority priority,
    Duration patience,
    WhileAway whileAway,
    boolean housekeeping,
    CallTally tally) {
  /** The default patience of a live question, 45 s, has room for an attempt every 5 s. */
  private static final int ATTEMPTS_IN_PATIENCE = 9;

  public static CallOptions of(Priority priority, Duration patience) {
    return new CallOptions(priority, patience, WhileAway.FINISH, false, new CallTally());
  }

  /** Whether calls wait while the resource is away. */
  public boolean waitsOut() {
    return whileAway == WhileAway.WAIT;
  }

  /** The longest pause between two attempts of a call that waits, in nanoseconds. */
  long longestPause() {
    return patience.toNanos() / ATTEMPTS_IN_PATIENCE;
  }

  public CallOptions withPriority(Priority other) {
    return new CallOptions(other, patience, whileAway, housekeeping, tally);
  }

  public CallOptions withTally(CallTally other) {
    return new CallOptions(priority, patience, whileAway, housekeeping, other);
  }

  public CallOptions withPatience(Duration other) {
    return new CallOptions(priority, other, whileAway, housekeeping, tally);
  }

  public CallOptions waitingOut() {
    return whileAway(WhileAway.WAIT);
  }

  public CallOptions failingAtOnce() {
    return whileAway(WhileAway.FAIL);
  }

  /** For the rest of a question whose first half is paid. */
  public CallOptions secondHalf() {
    CallOptions urgent = withPriority(Priority.CONTINUE);
    return whileAway == WhileAway.FINISH ? urgent.waitingOut() : urgent;
  }

  /** For what serves no question in particular. */
  public CallOptions asHousekeeping() {
    return new CallOptions(priority, patience, WhileAway.FAIL, true, tally);
  }

  private CallOptions whileAway(WhileAway other) {
    return new CallOptions(priority, patience, other, housekeeping, tally);
  }
}
