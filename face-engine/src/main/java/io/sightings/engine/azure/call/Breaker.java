package io.sightings.engine.azure.call;

import io.sightings.engine.azure.client.FaceException;
import io.sightings.engine.azure.settings.OutageSettings;
import java.time.Duration;
import java.time.Instant;

/**
 * Leaves a resource alone that fails: after some failures in a row, or at once where it refuses
 * everything. Then one call at a time is let through as a probe, after pauses that double, until
 * one succeeds. Not thread-safe, but {@link #availability()} can be read by all.
 *
 * <p>Of its own because whoever asks wants to know since when, why, and when to come again, which
 * the libraries' breakers do not tell.
 */
final class Breaker {
  private final int failuresAllowed;
  private final Duration leaveFor;
  private final Duration leaveAtMost;
  private volatile Availability availability = Availability.WELL;
  private int failures;
  private int probesFailed;
  private long opensAt;
  private boolean probing;

  Breaker(OutageSettings settings) {
    this.failuresAllowed = settings.failures();
    this.leaveFor = settings.leaveFor();
    this.leaveAtMost = settings.leaveAtMost();
  }

  Availability availability() {
    return availability;
  }

  /** Whether calls fail at once. */
  boolean closed(long now) {
    return !availability.available() && !probing && now < opensAt;
  }

  /** When a probe may be sent; only while the resource is left alone. */
  long opensAt() {
    return opensAt;
  }

  /** Whether a call may be sent now. */
  boolean lets(long now) {
    return availability.available() || (!probing && now >= opensAt);
  }

  /** A call is being sent. */
  void sending() {
    probing = !availability.available();
  }

  /** It was answered: the resource is well. Returns whether it had been left alone. */
  boolean well() {
    boolean back = !availability.available();
    availability = Availability.WELL;
    failures = 0;
    probesFailed = 0;
    probing = false;
    return back;
  }

  /** It was given up without an answer; nothing is known. */
  void unknown() {
    probing = false;
  }

  /**
   * It failed. Returns whether the resource is left alone from now on.
   *
   * @param atOnce whatever was before
   */
  boolean failed(FaceException why, boolean atOnce, long now, Instant time) {
    failures++;
    boolean before = availability.available();
    boolean probe = probing;
    probing = false;
    if (before && !atOnce && failures < failuresAllowed) {
      return false;
    }
    if (!before && !probe) {
      return false; // the answer to a call sent earlier
    }
    Duration pause = pause();
    probesFailed++;
    opensAt = now + pause.toNanos();
    availability =
        new Availability(
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
