package io.sightings.cli.demo;

import io.sightings.contract.Sighting;
import io.sightings.contract.SightingStatus;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The last revision of every sighting. For one writer and any reader. */
final class LatestSightings {
  private final Map<String, Sighting> latest = new LinkedHashMap<>();

  /**
   * @return the revision this one replaces, null for the first, or the given one itself where it
   *     says nothing new
   */
  synchronized @Nullable Sighting replace(Sighting sighting) {
    Sighting before = latest.get(sighting.id());
    if (before != null && before.revision() >= sighting.revision()) {
      return sighting;
    }
    latest.put(sighting.id(), sighting);
    return before;
  }

  synchronized @Nullable Sighting get(String id) {
    return latest.get(id);
  }

  /** One per visit, in order of the first look: what was merged is part of another. */
  synchronized List<Sighting> visits() {
    return latest.values().stream()
        .filter(s -> s.status() != SightingStatus.MERGED)
        .sorted(
            Comparator.comparing(Sighting::firstSeen)
                .thenComparing(s -> s.source().id())
                .thenComparing(Sighting::id))
        .toList();
  }

  synchronized long merged() {
    return latest.values().stream().filter(s -> s.status() == SightingStatus.MERGED).count();
  }
}
