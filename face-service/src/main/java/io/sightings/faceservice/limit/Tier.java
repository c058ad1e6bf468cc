package io.sightings.faceservice.limit;

import io.sightings.faceservice.people.Capacity;
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
public record Tier(String name, int calls, Duration window, long quota, Capacity capacity) {
  private static final int FACES = 248;

  /** Free: 20 calls a minute, 30,000 a month. */
  public static final Tier F0 =
      new Tier("F0", 20, Duration.ofMinutes(1), 30_000, new Capacity(1_000, 1_000, FACES));

  /** Standard: 10 calls a second. */
  public static final Tier S0 =
      new Tier("S0", 10, Duration.ofSeconds(1), 0, new Capacity(1_000_000, 1_000_000, FACES));

  /** As S0, but never throttled: for trying things that are not about throttling. */
  public static final Tier UNLIMITED = S0.withRate(Integer.MAX_VALUE, S0.window());

  public Tier {
    if (calls < 1 || window.isNegative() || window.isZero()) {
      throw new IllegalArgumentException(
          "A tier of " + calls + " calls in " + window + " allows nothing; both must be positive.");
    }
  }

  /** The tier {@code F0}, {@code S0} or {@code unlimited}. */
  public static Tier named(String name) {
    return switch (name) {
      case "F0" -> F0;
      case "S0" -> S0;
      case "unlimited" -> UNLIMITED;
      default ->
          throw new IllegalArgumentException(
              "There is no tier " + name + "; there are F0, S0 and unlimited.");
    };
  }

  public Tier withRate(int newCalls, Duration newWindow) {
    return new Tier(name, newCalls, newWindow, quota, capacity);
  }

  public Tier withQuota(long newQuota) {
    return new Tier(name, calls, window, newQuota, capacity);
  }

  public Tier withCapacity(Capacity other) {
    return new Tier(name, calls, window, quota, other);
  }
}
