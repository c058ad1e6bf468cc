package io.sightings.job.sighting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The people seen in one frame with a visitor, who therefore are other people for certain.
 *
 * @param visits ids of their open visits
 * @param people ids of those, known or strangers, whose visits are over; most recent last
 */
public record CoPresence(List<String> visits, List<String> people) {
  /** A person who never leaves meets everyone: the last ones are enough. */
  private static final int MAX_PEOPLE = 100;

  static final CoPresence NONE = new CoPresence(List.of(), List.of());

  CoPresence with(List<String> others) {
    return new CoPresence(SmallLists.union(visits, others), people);
  }

  /**
   * @param person who it was; null if never identified
   */
  CoPresence left(String visit, @Nullable String person) {
    if (!visits.contains(visit)) {
      return this;
    }
    List<String> rest = SmallLists.without(visits, visit);
    return new CoPresence(
        rest, person == null ? people : SmallLists.latest(people, List.of(person), MAX_PEOPLE));
  }

  /** Two visits in this company turned out to be one. */
  CoPresence merged(String from, String into) {
    return new CoPresence(SmallLists.replaced(visits, from, into), people);
  }

  CoPresence and(CoPresence other) {
    return new CoPresence(
        SmallLists.union(visits, other.visits),
        SmallLists.latest(people, other.people, MAX_PEOPLE));
  }
}
