package io.sightings.job.scene;

import io.sightings.contract.Sighting;
import io.sightings.contract.Sighting.BestShot;
import io.sightings.contract.SightingStatus;
import io.sightings.scenes.TrueVisit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What the job published of a scene, compared with its truth.
 *
 * @param missing visits without a sighting
 * @param extra closed sightings without a visit
 * @param confused strangers of several visits with more than one id
 * @param wrongNames revisions, open ones too, whose best shot shows another person
 */
record SceneResult(
    int visits,
    List<String> missing,
    List<String> extra,
    List<String> confused,
    List<String> wrongNames) {
  private static final Duration SLACK = Duration.ofSeconds(1);

  /**
   * @param owner who truly is on a best shot; null where that is not certain
   */
  static SceneResult of(
      List<TrueVisit> truth, List<Sighting> revisions, Function<BestShot, String> owner) {
    Map<String, Sighting> last = new LinkedHashMap<>();
    List<String> wrongNames = new ArrayList<>();
    for (Sighting revision : revisions) {
      last.put(revision.id(), revision);
      String shown = owner.apply(revision.bestShot());
      if (revision.person().known() && shown != null && !shown.equals(revision.person().name())) {
        wrongNames.add(line(revision) + " is " + shown);
      }
    }
    List<Sighting> left =
        new ArrayList<>(
            last.values().stream().filter(s -> s.status() == SightingStatus.CLOSED).toList());
    List<String> missing = new ArrayList<>();
    Map<String, Set<String>> ids = new TreeMap<>();
    for (TrueVisit visit : truth) {
      Sighting match = left.stream().filter(s -> fits(visit, s)).findFirst().orElse(null);
      if (match == null) {
        missing.add(visit.person() + " at " + visit.firstSecond() + " s, frames " + visit.frames());
      } else {
        left.remove(match);
        ids.computeIfAbsent(visit.person(), p -> new TreeSet<>()).add(match.person().id());
      }
    }
    ids.values().removeIf(given -> given.size() == 1);
    return new SceneResult(
        truth.size(),
        missing,
        left.stream().map(SceneResult::line).toList(),
        List.copyOf(ids.keySet()),
        wrongNames);
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

  private static String line(Sighting sighting) {
    return "%s %s to %s, %s, frames %d"
        .formatted(
            sighting.person().known() ? sighting.person().name() : "stranger",
            sighting.firstSeen(),
            sighting.lastSeen(),
            sighting.status(),
            sighting.frames());
  }

  List<String> faults() {
    List<String> faults = new ArrayList<>();
    missing.forEach(each -> faults.add("missing: " + each));
    extra.forEach(each -> faults.add("extra: " + each));
    confused.forEach(each -> faults.add("not known again: " + each));
    wrongNames.forEach(each -> faults.add("wrong name: " + each));
    return faults;
  }

  @Override
  public String toString() {
    return "%d visits, missing %d, extra %d, not known again %d, wrong names %d"
        .formatted(visits, missing.size(), extra.size(), confused.size(), wrongNames.size());
  }
}
