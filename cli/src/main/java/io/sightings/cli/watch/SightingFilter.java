package io.sightings.cli.watch;

import io.sightings.contract.Sighting;
import io.sightings.contract.SightingStatus;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which revisions are shown.
 *
 * @param statuses all of these
 * @param person part of the name or id; null for everybody
 * @param source the source's id; null for all
 */
record SightingFilter(Set<SightingStatus> statuses, String person, String source)
    implements Predicate<Sighting> {

  static SightingFilter of(boolean open, boolean closed, String person, String source) {
    Set<SightingStatus> statuses = EnumSet.noneOf(SightingStatus.class);
    if (open) {
      statuses.add(SightingStatus.OPEN);
    }
    if (closed) {
      statuses.add(SightingStatus.CLOSED);
    }
    return new SightingFilter(
        statuses.isEmpty() ? EnumSet.allOf(SightingStatus.class) : statuses, person, source);
  }

  @Override
  public boolean test(Sighting sighting) {
    return statuses.contains(sighting.status())
        && (source == null || source.equals(sighting.source().id()))
        && (person == null || isAbout(sighting.person(), person));
  }

  private static boolean isAbout(Sighting.Who who, String person) {
    String wanted = person.toLowerCase(Locale.ROOT);
    return who.id().toLowerCase(Locale.ROOT).contains(wanted)
        || (who.name() != null && who.name().toLowerCase(Locale.ROOT).contains(wanted));
  }
}
