package io.sightings.engine.azure.call;

import java.time.Duration;

/**
 * How calls are to be made.
 *
 * @param patience how long each may take, waiting and retries included
 * @param waitsOut whether calls wait while the resource is away; otherwise they fail at once
 * @param tally counts what they cost
 */
public record CallOptions(Priority priority, Duration patience, boolean waitsOut, CallTally tally) {

  public static CallOptions of(Priority priority, Duration patience) {
    return new CallOptions(priority, patience, false, new CallTally());
  }

  public CallOptions withPriority(Priority other) {
    return new CallOptions(other, patience, waitsOut, tally);
  }

  public CallOptions withTally(CallTally other) {
    return new CallOptions(priority, patience, waitsOut, other);
  }

  public CallOptions withPatience(Duration other) {
    return new CallOptions(priority, other, waitsOut, tally);
  }

  public CallOptions waitingOut() {
    return new CallOptions(priority, patience, true, tally);
  }

  public CallOptions failingAtOnce() {
    return new CallOptions(priority, patience, false, tally);
  }
}
