package io.sightings.azure.call;

import io.soabase.recordbuilder.core.RecordBuilder;
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
@RecordBuilder
public record CallOptions(
    CallPriority priority,
    Duration patience,
    OpenCircuitPolicy whileAway,
    boolean housekeeping,
    RequestCallCounter tally)
    implements CallOptionsBuilder.With {
  /** The default patience of a live question, 45 s, has room for an attempt every 5 s. */
  private static final int ATTEMPTS_IN_PATIENCE = 9;

  public static CallOptions of(CallPriority priority, Duration patience) {
    return new CallOptions(
        priority, patience, OpenCircuitPolicy.FINISH, false, new RequestCallCounter());
  }

  /** Whether calls wait while the resource is away. */
  public boolean waitsOut() {
    return whileAway == OpenCircuitPolicy.WAIT;
  }

  /** The longest pause between two attempts of a call that waits, in nanoseconds. */
  long longestPause() {
    return patience.toNanos() / ATTEMPTS_IN_PATIENCE;
  }

  public CallOptions waitingOut() {
    return whileAway(OpenCircuitPolicy.WAIT);
  }

  public CallOptions failingAtOnce() {
    return whileAway(OpenCircuitPolicy.FAIL);
  }

  /** For the rest of a question whose first half is paid. */
  public CallOptions secondHalf() {
    CallOptions urgent = withPriority(CallPriority.CONTINUE);
    return whileAway == OpenCircuitPolicy.FINISH ? urgent.waitingOut() : urgent;
  }

  /** For what serves no question in particular. */
  public CallOptions asHousekeeping() {
    return new CallOptions(priority, patience, OpenCircuitPolicy.FAIL, true, tally);
  }

  private CallOptions whileAway(OpenCircuitPolicy other) {
    return new CallOptions(priority, patience, other, housekeeping, tally);
  }
}
