package io.sightings.faceservice.fault;

import io.sightings.faceservice.wire.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What goes wrong.
 *
 * @param rules a script; the first that fits a call counts
 * @param storm for calls no rule fits; null for calm weather
 */
public record Faults(List<Rule> rules, Storm storm) {

  /** Nothing goes wrong. */
  public static final Faults NONE = new Faults(List.of(), null);

  public Faults {
    rules = rules == null ? List.of() : List.copyOf(rules);
  }

  public static Faults script(Rule... rules) {
    return new Faults(List.of(rules), null);
  }

  public static Faults storm(Storm storm) {
    return new Faults(List.of(), storm);
  }

  /** The same with a rule more. */
  public Faults and(Rule rule) {
    List<Rule> more = new ArrayList<>(rules);
    more.add(rule);
    return new Faults(more, storm);
  }

  Optional<Fault> next(Operation operation, long nth, long nthOfAll) {
    for (Rule rule : rules) {
      if (rule.befalls(operation, nth, nthOfAll)) {
        return Optional.of(rule.fault());
      }
    }
    return storm == null ? Optional.empty() : storm.next(operation, nth);
  }
}
