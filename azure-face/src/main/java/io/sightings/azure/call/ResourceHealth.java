package io.sightings.azure.call;

import io.sightings.azure.call.RetryRule.Health;
import io.sightings.azure.client.FaceErrorKind;
import io.sightings.azure.client.FaceException;
import io.sightings.azure.settings.OutageSettings;
import io.sightings.contract.retry.RetryBackoff;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a resource is to be treated, learnt from its answers: when it may be asked again, and whether
 * it is left alone. Not thread-safe, but {@link #availability()} can be read by all.
 */
final class ResourceHealth {
  private static final Logger LOG = LoggerFactory.getLogger(ResourceHealth.class);

  private final String name;
  private final int attempts;
  private final CircuitBreaker breaker;
  private final RetryBackoff backoff;
  private final long firstDelay;
  private final RandomGenerator random;
  private long restsUntil = Long.MIN_VALUE;
  private int throttledInARow;

  ResourceHealth(String name, OutageSettings settings, RandomGenerator random) {
    this.name = name;
    this.attempts = settings.attempts();
    this.breaker = new CircuitBreaker(settings);
    this.backoff = new RetryBackoff(settings.firstDelay(), settings.longestDelay(), 1, random);
    this.firstDelay = settings.firstDelay().toNanos();
    this.random = random;
  }

  ResourceAvailability availability() {
    return breaker.availability();
  }

  /** Whether a call may be sent now. */
  boolean lets(PendingCall ticket, long now) {
    return !breaker.probes() && sendableAt(ticket, now) <= now;
  }

  /** When a call may be sent, as far as is known; Long.MAX_VALUE for never. */
  long sendableAt(PendingCall ticket, long now) {
    if (ticket.options.housekeeping() && !availability().available()) {
      return Long.MAX_VALUE;
    }
    return Math.max(restsUntil, breaker.opensAt(ticket.longestPause(now)));
  }

  /** Whether a call has nothing to wait for now. */
  boolean turnsAway(PendingCall ticket, long now) {
    if (!breaker.closed(now)) {
      return false;
    }
    boolean forGood = RetryRule.health(breaker.availability().reason()) == Health.CLOSED;
    return forGood || !ticket.waits(now);
  }

  /** Returns the call's number. */
  long sending() {
    return breaker.sending();
  }

  /** A call was given up without an answer. */
  void unknown(long call) {
    breaker.unknown(call);
  }

  void well(CallOptions options) {
    throttledInARow = 0;
    answers(options);
  }

  private void answers(CallOptions options) {
    if (!options.housekeeping() && breaker.well()) {
      LOG.info("{} is back.", name);
    }
  }

  /** Learns from the failure of a call. */
  void failed(long call, CallOptions options, FaceException fault, long now, Instant time) {
    Health health = RetryRule.health(fault.fault());
    if (health == Health.FAILING && options.housekeeping()) {
      return;
    }
    if (fault.fault() == FaceErrorKind.THROTTLED) {
      answers(options);
      throttled(fault, now);
    } else if (health == Health.WELL) {
      well(options);
    } else if (breaker.failed(call, fault, health == Health.CLOSED, now, time)) {
      Instant until = breaker.availability().nextTry();
      LOG.warn("{} is left alone until {}: {}", name, until, fault.getMessage());
    }
  }

  /** The whole resource rests: all calls share its rate. */
  private void throttled(FaceException fault, long now) {
    throttledInARow++;
    long asked = fault.retryAfter().map(Duration::toNanos).orElse(0L);
    long rest = Math.max(asked, drawn(throttledInARow, Long.MAX_VALUE)) + spread();
    restsUntil = Math.max(restsUntil, now + rest);
  }

  /** When a call that failed is to be sent again; Long.MAX_VALUE for never. */
  long againAt(PendingCall ticket, FaceException fault, long now) {
    boolean often = ticket.attempts >= attempts && !ticket.waits(now);
    if (often || !RetryRule.again(fault.fault(), ticket.request.operation())) {
      return Long.MAX_VALUE;
    }
    long at = now + pause(ticket, fault, now);
    return at < ticket.deadline ? at : Long.MAX_VALUE;
  }

  private long pause(PendingCall ticket, FaceException fault, long now) {
    if (fault.fault() == FaceErrorKind.THROTTLED) {
      return Math.max(0, restsUntil - now);
    }
    return fault
        .retryAfter()
        .map(asked -> asked.toNanos() + spread())
        .orElseGet(() -> drawn(ticket.attempts, ticket.longestPause(now)));
  }

  /**
   * A pause drawn from zero to its full length ("full jitter"), in nanoseconds.
   *
   * @param failures so far, 1 or more
   * @param most nanoseconds
   */
  private long drawn(int failures, long most) {
    return random.nextLong(Math.min(backoff.longest(failures).toNanos(), most) + 1);
  }

  /** A little on top of a time that many calls were given: up to a tenth of the first delay. */
  private long spread() {
    return random.nextLong(firstDelay / 10 + 1);
  }
}
