package io.sightings.engine.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Non-maximum suppression: of findings that overlap much, the one with the best score stays. */
final class Duplicates {

  private Duplicates() {}

  /** What stays, best score first. */
  static List<Finding> removed(List<Finding> findings, double maxOverlap) {
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(Comparator.comparingDouble(Finding::score).reversed());
    List<Finding> kept = new ArrayList<>();
    for (Finding finding : sorted) {
      if (kept.stream().noneMatch(better -> better.box().overlap(finding.box()) > maxOverlap)) {
        kept.add(finding);
      }
    }
    return kept;
  }
}
