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

  Optional<CallFault> next(@Nullable ApiOperation operation, long nth, long nthOfAll) {
    for (FaultRule rule : rules) {
      if (rule.befalls(operation, nth, nthOfAll)) {
        return Optional.of(rule.fault());
      }
    }
    return storm == null ? Optional.empty() : storm.next(operation, nth);
  }
}
