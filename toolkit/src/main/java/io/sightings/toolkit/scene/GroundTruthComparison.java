package io.sightings.toolkit.scene;

import io.sightings.contract.Sighting;
import io.sightings.contract.codec.UntrustedText;
import io.sightings.scenes.TrueVisit;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was seen, compared with what really happened.
 *
 * @param truth every visit that was there to be seen
 * @param seen how many of them were
 * @param missing visits that were not reported
 * @param extra sightings of visits that did not happen, or that were reported before
 * @param confused strangers who were not known again, or taken for one another, in words
 */
public record GroundTruthComparison(
    List<TrueVisit> truth,
    int seen,
    List<TrueVisit> missing,
    List<Sighting> extra,
    List<String> confused) {

  /** A person may be seen a little before and after the face is in full view. */
  private static final Duration SLACK = Duration.ofSeconds(1);

  public static GroundTruthComparison of(List<TrueVisit> truth, List<Sighting> sightings) {
    List<Sighting> left = new ArrayList<>(sightings);
    List<TrueVisit> missing = new ArrayList<>();
    Map<String, Set<String>> ids = new TreeMap<>();
    for (TrueVisit visit : truth) {
      Sighting match = left.stream().filter(s -> fits(visit, s)).findFirst().orElse(null);
      if (match == null) {
        missing.add(visit);
      } else {
        left.remove(match);
        ids.computeIfAbsent(visit.person(), p -> new TreeSet<>()).add(match.person().id());
      }
    }
    return new GroundTruthComparison(
        truth, truth.size() - missing.size(), missing, left, confused(ids));
  }

  private static boolean fits(TrueVisit visit, Sighting sighting) {
    boolean same =
        visit.known()
            ? visit.person().equals(sighting.person().name())
            : !sighting.person().known();
    return same
        && !sighting.firstSeen().isAfter(visit.lastSeen().plus(SLACK))
        && !sighting.lastSeen().isBefore(visit.firstSeen().minus(SLACK));
  }

  private static List<String> confused(Map<String, Set<String>> ids) {
    List<String> confused = new ArrayList<>();
    Map<String, String> owners = new TreeMap<>();
    ids.forEach(
        (person, given) -> {
          if (given.size() > 1) {
            confused.add(person + " was not known again: " + String.join(", ", given));
          }
          for (String id : given) {
            String other = owners.putIfAbsent(id, person);
            if (other != null) {
              confused.add(other + " and " + person + " were taken for one: " + id);
            }
          }
        });
    return confused;
  }

  public boolean perfect() {
    return missing.isEmpty() && extra.isEmpty() && confused.isEmpty();
  }

  public void print(PrintWriter out) {
    long people = truth.stream().map(TrueVisit::person).distinct().count();
    out.printf(
        "truth: %d visits of %d people; seen: %d; missing: %d; extra: %d%n",
        truth.size(), people, seen, missing.size(), extra.size());
    for (TrueVisit visit : missing) {
      out.printf(
          "  missing: %s, %s to %s%n",
          UntrustedText.printable(visit.person()),
          SightingFormatter.time(visit.firstSeen()),
          SightingFormatter.time(visit.lastSeen()));
    }
    for (Sighting sighting : extra) {
      out.printf(
          "  extra: %s, %s to %s%n",
          SightingFormatter.who(sighting),
          SightingFormatter.time(sighting.firstSeen()),
          SightingFormatter.time(sighting.lastSeen()));
    }
    confused.forEach(line -> out.println("  " + UntrustedText.printable(line)));
    out.flush();
  }
}
