package io.sightings.job.sighting;

import java.util.List;

/**
 * Who was seen in one frame with a visitor, and so is somebody else for certain.
 *
 * @param visits ids of their open visits
 * @param people ids of those, known or strangers, whose visits are over; most recent last
 */
public record Company(List<String> visits, List<String> people) {
  /** Somebody who never leaves sees everybody: the last ones are enough. */
  private static final int MOST_PEOPLE = 100;

  static final Company NONE = new Company(List.of(), List.of());

  Company with(List<String> others) {
    return new Company(Lists.union(visits, others), people);
  }

  /**
   * @param person who it was; null if nobody ever said
   */
  Company left(String visit, String person) {
    if (!visits.contains(visit)) {
      return this;
    }
    List<String> rest = Lists.without(visits, visit);
    return new Company(
        rest, person == null ? people : Lists.latest(people, List.of(person), MOST_PEOPLE));
  }

  /** Two visits in this company turned out to be one. */
  Company merged(String from, String into) {
    return new Company(Lists.replaced(visits, from, into), people);
  }

  Company and(Company other) {
    return new Company(
        Lists.union(visits, other.visits), Lists.latest(people, other.people, MOST_PEOPLE));
  }
}
