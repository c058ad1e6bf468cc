package io.sightings.emulator.limit;

import io.sightings.emulator.wire.ApiErrorException;
import io.sightings.emulator.wire.ApiOperation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Lets so many calls through in any window, however it lies. What it refuses does not count, and is
 * told the seconds to wait: rounded up, and at least one, as the service does.
 */
public final class EmulatorRateLimiter {
  private final PricingTier tier;
  private final InstantSource clock;
  private final Deque<Instant> admitted = new ArrayDeque<>();
  private long total;

  public EmulatorRateLimiter(PricingTier tier, InstantSource clock) {
    this.tier = tier;
    this.clock = clock;
  }

  /**
   * @param sayInHeader whether a refusal has a Retry-After
   * @throws ApiErrorException 429 where the window is full, 403 where the quota is used up
   */
  public synchronized void admit(ApiOperation operation, boolean sayInHeader) {
    Instant now = clock.instant();
    Instant start = now.minus(tier.window());
    while (!admitted.isEmpty() && !admitted.peekFirst().isAfter(start)) {
      admitted.removeFirst();
    }
    if (tier.quota() > 0 && total >= tier.quota()) {
      throw new ApiErrorException(
          403,
          "403",
          "Out of call volume quota for Face "
              + tier.name()
              + " pricing tier. Please retry later."
              + " To increase your call volume switch to a paid tier.");
    }
    if (admitted.size() >= tier.calls()) {
      Duration wait = Duration.between(now, admitted.peekFirst().plus(tier.window()));
      throw refusal(operation, Math.max(1, seconds(wait)), sayInHeader);
    }
    if (tier.calls() < Integer.MAX_VALUE) {
      admitted.addLast(now);
    }
    total++;
  }

  private ApiErrorException refusal(ApiOperation operation, int seconds, boolean sayInHeader) {
    ApiErrorException problem =
        new ApiErrorException(
            429,
            "429",
            "Requests to the "
                + operation.label()
                + " Operation under Face API - v1.2 have exceeded rate limit of your current Face "
                + tier.name()
                + " pricing tier. Please retry after "
                + seconds
                + " second"
                + (seconds == 1 ? "" : "s")
                + ". To increase your rate limit switch to a paid tier.");
    return sayInHeader ? problem.withRetryAfter(seconds) : problem;
  }

  private static int seconds(Duration wait) {
    return (int) wait.plusNanos(999_999_999).toSeconds();
  }

  public synchronized void clear() {
    admitted.clear();
    total = 0;
  }
}
