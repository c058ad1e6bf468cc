package io.sightings.emulator.fault;

import io.sightings.emulator.fault.CallFault.Ending;
import io.sightings.emulator.fault.CallFault.Moment;
import io.sightings.emulator.wire.ApiOperation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bad weather. Whether a call is hit, and by what, follows from the seed, the operation and the
 * call's number alone, so a storm can be repeated.
 *
 * @param seed of the weather
 * @param share of calls that are hit, 0..1; bursts hit more
 * @param burst how many calls of an operation in a row a {@link Kind#BURST} takes
 * @param slow how late a {@link Kind#SLOW} answer is at most
 * @param timeout how late a {@link Kind#TIMEOUT} answer is: more than the caller waits
 * @param kinds what may happen; a kind that is named twice happens twice as often
 */
public record RandomFaultPlan(
    long seed, double share, int burst, Duration slow, Duration timeout, List<Kind> kinds) {

  /** What may happen. */
  public enum Kind {
    /** 429 that says in a header when to retry. */
    THROTTLED_WITH_HEADER,
    /** 429 that says it in its text only. */
    THROTTLED_WITH_TEXT,
    /** 429 that does not say it. */
    THROTTLED,
    /** 503, and so for the next calls. */
    BURST,
    /** 500 before anything was done. */
    FAILURE,
    /** 299. */
    WARNING,
    SLOW,
    TIMEOUT,
    DROPPED_BEFORE,
    DROPPED_AFTER,
    DROPPED_IN_ANSWER
  }

  public RandomFaultPlan {
    kinds = List.copyOf(kinds);
    if (!(share >= 0 && share <= 1) || burst < 1 || kinds.isEmpty()) {
      throw new IllegalArgumentException(
          "A storm hits a share of 0 to 1 (it is "
              + share
              + "), in bursts of 1 or more (it is "
              + burst
              + "), with at least one kind of fault.");
    }
  }

  /** All that can happen, all equally often. */
  public static RandomFaultPlan of(long seed, double share) {
    return new RandomFaultPlan(
        seed, share, 5, Duration.ofSeconds(1), Duration.ofSeconds(30), List.of(Kind.values()));
  }

  public RandomFaultPlan withTimeout(Duration other) {
    return new RandomFaultPlan(seed, share, burst, slow, other, kinds);
  }

  public RandomFaultPlan withKinds(Kind... others) {
    return new RandomFaultPlan(seed, share, burst, slow, timeout, List.of(others));
  }

  Optional<CallFault> next(ApiOperation operation, long nth) {
    for (long n = nth; n > Math.max(0, nth - burst); n--) {
      if (kind(operation, n) == Kind.BURST) {
        return Optional.of(CallFault.unavailable());
      }
    }
    Kind kind = kind(operation, nth);
    return kind == null ? Optional.empty() : Optional.of(fault(kind, draw(operation, nth, 3)));
  }

  private @Nullable Kind kind(ApiOperation operation, long nth) {
    if (draw(operation, nth, 1) >= share) {
      return null;
    }
    return kinds.get((int) (draw(operation, nth, 2) * kinds.size()));
  }

  private CallFault fault(Kind kind, double strength) {
    Ending ending = strength < 0.5 ? Ending.RESET : Ending.CLOSE;
    return switch (kind) {
      case THROTTLED_WITH_HEADER -> CallFault.throttled(strength < 0.5 ? 1 : 2, true);
      case THROTTLED_WITH_TEXT -> CallFault.throttled(strength < 0.5 ? 1 : 2, false);
      case THROTTLED -> CallFault.throttled();
      case BURST -> CallFault.unavailable();
      case FAILURE -> CallFault.failure(Moment.BEFORE_WORK);
      case WARNING -> new CallFault.Warn();
      case SLOW -> new CallFault.Slow(Duration.ofMillis((long) (strength * slow.toMillis())));
      case TIMEOUT -> new CallFault.Slow(timeout);
      case DROPPED_BEFORE -> new CallFault.Drop(Moment.BEFORE_WORK, ending);
      case DROPPED_AFTER -> new CallFault.Drop(Moment.AFTER_WORK, ending);
      case DROPPED_IN_ANSWER -> new CallFault.Drop(Moment.IN_ANSWER, ending);
    };
  }

  /** 0 to less than 1: SplitMix64's finaliser (Steele et al., 2014) over all that matters. */
  private double draw(ApiOperation operation, long nth, int which) {
    long z = seed;
    for (long value : new long[] {operation.id().hashCode(), nth, which}) {
      z = (z ^ value) + 0x9e3779b97f4a7c15L;
      z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
      z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
      z ^= z >>> 31;
    }
    return (z >>> 11) * 0x1.0p-53;
  }
}
