package io.sightings.emulator.limit;

import io.sightings.emulator.people.PersonGroups.ResourceCapacity;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;

/**
 * What a pricing tier allows.
 *
 * @param name as the service writes it
 * @param calls in every window
 * @param window any time of this length
 * @param quota calls in all, a month's; 0 for no end
 * @param capacity of the resource
 */
@RecordBuilder
public record PricingTier(
    String name, int calls, Duration window, long quota, ResourceCapacity capacity)
    implements PricingTierBuilder.With {
  private static final int FACES = 248;

  /** Free: 20 calls a minute, 30,000 a month. */
  public static final PricingTier F0 =
      new PricingTier(
          "F0", 20, Duration.ofMinutes(1), 30_000, new ResourceCapacity(1_000, 1_000, FACES));

  /** Standard: 10 calls a second. */
  public static final PricingTier S0 =
      new PricingTier(
          "S0", 10, Duration.ofSeconds(1), 0, new ResourceCapacity(1_000_000, 1_000_000, FACES));

  /** As S0, but never throttled: for trying things that are not about throttling. */
  public static final PricingTier UNLIMITED = S0.withRate(Integer.MAX_VALUE, S0.window());

  public PricingTier {
    if (calls < 1 || window.isNegative() || window.isZero()) {
      throw new IllegalArgumentException(
          "A tier of " + calls + " calls in " + window + " allows nothing; both must be positive.");
    }
  }

  /** The tier {@code F0}, {@code S0} or {@code unlimited}. */
  public static PricingTier named(String name) {
    return switch (name) {
      case "F0" -> F0;
      case "S0" -> S0;
      case "unlimited" -> UNLIMITED;
      default ->
          throw new IllegalArgumentException(
              "There is no tier " + name + "; there are F0, S0 and unlimited.");
    };
  }

  public PricingTier withRate(int newCalls, Duration newWindow) {
    return new PricingTier(name, newCalls, newWindow, quota, capacity);
  }
}
