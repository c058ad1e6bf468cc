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
    CallCounter tally)
    implements CallOptionsBuilder.With {
  /** The default patience of a live question, 45 s, has room for an attempt every 5 s. */
  private static final int ATTEMPTS_IN_PATIENCE = 9;

  public static CallOptions of(CallPriority priority, Duration patience) {
    return new CallOptions(priority, patience, OpenCircuitPolicy.FINISH, false, new CallCounter());
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

  /** Whose turn is first, most urgent first. */
  public enum CallPriority {
    /** The second half of a question whose first half is paid. */
    CONTINUE,
    /** About a person of whom nothing is known. */
    NEW,
    /** About a person who was requested before. */
    RECHECK,
    /** Not urgent: enrolment. */
    UPKEEP
  }

  /** What a call does while its resource is left alone. */
  public enum OpenCircuitPolicy {
    /** It fails at once: another resource can be asked. */
    FAIL,
    /**
     * It fails at once, unless it is the second half of a question whose first half is paid, or has
     * been tried for a ninth of its patience: then it waits.
     */
    FINISH,
    /** It waits, as long as its patience allows. */
    WAIT
  }
}
