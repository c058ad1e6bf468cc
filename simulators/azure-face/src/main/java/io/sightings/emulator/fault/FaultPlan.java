package io.sightings.emulator.fault;

import io.sightings.emulator.wire.ApiOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong.
 *
 * @param rules a script; the first that fits a call counts
 * @param storm for calls no rule fits; null for calm weather
 */
public record FaultPlan(List<FaultRule> rules, @Nullable RandomFaultPlan storm) {

  /** Nothing goes wrong. */
  public static final FaultPlan NONE = new FaultPlan(List.of(), null);

  public FaultPlan {
    rules = rules == null ? List.of() : List.copyOf(rules);
  }

  public static FaultPlan script(FaultRule... rules) {
    return new FaultPlan(List.of(rules), null);
  }

  public static FaultPlan storm(RandomFaultPlan storm) {
    return new FaultPlan(List.of(), storm);
  }

  /** The same with a rule more. */
  public FaultPlan and(FaultRule rule) {
    List<FaultRule> more = new ArrayList<>(rules);
    more.add(rule);
    return new FaultPlan(more, storm);
  }

  Optional<CallFault> next(ApiOperation operation, long nth, long nthOfAll) {
    for (FaultRule rule : rules) {
      if (rule.befalls(operation, nth, nthOfAll)) {
        return Optional.of(rule.fault());
      }
    }
    return storm == null ? Optional.empty() : storm.next(operation, nth);
  }

  /**
   * "The third to fifth call of createPerson fail so."
   *
   * @param operation any without one, and then all calls are counted together
   * @param from the first call it befalls, counted from 1 since the faults were set
   * @param count how many it befalls from there
   * @param fault what happens to them
   */
  public record FaultRule(
      @Nullable ApiOperation operation, long from, long count, CallFault fault) {

    public FaultRule {
      if (from < 1 || count < 1) {
        throw new IllegalArgumentException(
            "A fault befalls one call or more, counted from 1; from is "
                + from
                + " and count is "
                + count
                + ".");
      }
    }

    /** The nth call of an operation. */
    public static FaultRule nth(ApiOperation operation, long n, CallFault fault) {
      return new FaultRule(operation, n, 1, fault);
    }

    /** The nth call, whatever it is for. */
    public static FaultRule nth(long n, CallFault fault) {
      return new FaultRule(null, n, 1, fault);
    }

    /** Every call of an operation. */
    public static FaultRule every(ApiOperation operation, CallFault fault) {
      return new FaultRule(operation, 1, Long.MAX_VALUE, fault);
    }

    /**
     * @param nth of its operation
     * @param nthOfAll of all calls
     */
    boolean befalls(ApiOperation called, long nth, long nthOfAll) {
      long n = operation == null ? nthOfAll : nth;
      return (operation == null || operation == called) && n >= from && n - from < count;
    }
  }
}
