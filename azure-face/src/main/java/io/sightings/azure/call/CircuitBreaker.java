package io.sightings.azure.call;

import io.sightings.azure.client.FaceException;
import io.sightings.azure.settings.OutageSettings;
import java.time.Duration;
import java.time.Instant;

/**
 * Leaves a resource alone that fails: after some failures in a row, or at once where it refuses
 * everything. Then one call at a time is let through as a probe, after pauses that double, until
 * one succeeds. A call that waits shortens the pause to a part of its patience, so that its
 * patience has room for several probes. Not thread-safe, but {@link #availability()} can be read by
 * all.
 *
 * <p>Own code, because callers need to know since when, why, and when to retry, which the
 * libraries' breakers do not tell.
 */
final class CircuitBreaker {
  private final int failuresAllowed;
  private final Duration leaveFor;
  private final Duration leaveAtMost;
  private volatile ResourceAvailability availability = ResourceAvailability.WELL;
  private int failures;
  private int probesFailed;
  private long leftAt;
  private long opensAt;

  /** The number of the probe that is under way; 0 for none. */
  private long probe;

  private long sent;

  CircuitBreaker(OutageSettings settings) {
    this.failuresAllowed = settings.failures();
    this.leaveFor = settings.leaveFor();
    this.leaveAtMost = settings.leaveAtMost();
  }

  ResourceAvailability availability() {
    return availability;
  }

  /** Whether calls fail at once. */
  boolean closed(long now) {
    return !availability.available() && probe == 0 && now < opensAt;
  }

  /**
   * When a call may be sent as a probe, unless another one is under way; Long.MIN_VALUE while the
   * resource is not left alone.
   *
   * @param longestPause of the call
   */
  long opensAt(long longestPause) {
    if (availability.available()) {
      return Long.MIN_VALUE;
    }
    return leftAt + Math.min(opensAt - leftAt, longestPause);
  }

  /** Whether a probe is under way, which every other call has to wait for. */
  boolean probes() {
    return probe != 0;
  }

  /** A call is being sent; returns its number, by which its failure is told from others'. */
  long sending() {
    sent++;
    if (!availability.available()) {
      probe = sent;
    }
    return sent;
  }

  /** It was answered: the resource is well. Returns whether it had been left alone. */
  boolean well() {
    boolean back = !availability.available();
    availability = ResourceAvailability.WELL;
    failures = 0;
    probesFailed = 0;
    probe = 0;
    return back;
  }

  /** A call was given up without an answer; nothing is known. */
  void unknown(long call) {
    if (call == probe) {
      probe = 0;
    }
  }

  /**
   * A call failed. Returns whether the resource is left alone from now on.
   *
   * @param call its number
   * @param atOnce whatever was before
   */
  boolean failed(long call, FaceException why, boolean atOnce, long now, Instant time) {
    failures++;
    boolean before = availability.available();
    if (before && !atOnce && failures < failuresAllowed) {
      return false;
    }
    if (!before && call != probe) {
      return false; // it was sent earlier, and says nothing about the time since
    }
    probe = 0;
    Duration pause = pause();
    probesFailed++;
    leftAt = now;
    opensAt = now + pause.toNanos();
    availability =
        new ResourceAvailability(
            false,
            before ? time : availability.since(),
            why.fault(),
            why.getMessage(),
            time.plus(pause));
    return before;
  }

  private Duration pause() {
    Duration doubled = leaveFor.multipliedBy(1L << Math.min(probesFailed, 20));
    return doubled.compareTo(leaveAtMost) > 0 ? leaveAtMost : doubled;
  }
}
