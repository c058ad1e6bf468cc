package io.sightings.cli.people;

import io.sightings.cli.people.PhotoEnrolment.PhotoOutcome;
import io.sightings.cli.people.PhotoEnrolment.PhotoOutcome.Kind;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Counts what became of photos. */
public final class EnrolmentCounts {
  private final Map<Kind, Integer> photos = new EnumMap<>(Kind.class);
  private final Set<String> people = new HashSet<>();
  private final Set<String> recognisable = new HashSet<>();

  public void count(PhotoOutcome outcome) {
    photos.merge(outcome.kind(), 1, Integer::sum);
    people.add(outcome.person());
    if (outcome.kind() != Kind.REJECTED) {
      recognisable.add(outcome.person());
    }
  }

  public int count(Kind kind) {
    return photos.getOrDefault(kind, 0);
  }

  /** Such as "4 of 5 people are known now: 19 photos accepted, 0 unchanged, 1 rejected." */
  public String sentence() {
    return recognisable.size()
        + " of "
        + people.size()
        + " people are known now: "
        + count(Kind.ACCEPTED)
        + " photos accepted, "
        + count(Kind.UNCHANGED)
        + " unchanged, "
        + count(Kind.REJECTED)
        + " rejected.";
  }
}
