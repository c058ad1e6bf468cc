package io.sightings.faults.verdict;

import io.sightings.contract.Sighting;
import io.sightings.contract.SightingStatus;
import io.sightings.faults.play.RecordingVariant;
import io.sightings.faults.play.SceneQueue.PlayedScene;
import io.sightings.scenes.TrueVisit;
import io.sightings.toolkit.audit.AuditResult;
import io.sightings.toolkit.audit.SightingFileReader.SightingFileEntry;
import io.sightings.toolkit.scene.GroundTruthComparison;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What became of the scenes.
 *
 * @param scenes how many were played
 * @param visits that really happened in them
 * @param closed sightings on the topic
 * @param filed sightings in the files
 * @param missing visits that were not reported
 * @param duplicate sightings that are there more than once
 * @param wrong sightings of visits that did not happen, or of the wrong person
 * @param astray scenes of which something else was said than when nothing was disturbed
 * @param unequal sightings that are on the topic only, in the files only, or different there
 * @param faults what was found, a line each
 */
public record SceneVerdict(
    int scenes,
    int visits,
    int closed,
    int filed,
    int missing,
    int duplicate,
    int wrong,
    int astray,
    int unequal,
    List<String> faults) {

  /**
   * @param truth of each scene
   * @param calm what was said of each variant when nothing was disturbed
   * @param topic all that is committed
   * @param files all that is filed
   */
  public static SceneVerdict of(
      List<TrueVisit> truth,
      List<PlayedScene> scenes,
      Map<RecordingVariant, List<Sighting>> calm,
      List<Sighting> topic,
      List<SightingFileEntry> files) {
    Map<String, List<Sighting>> bySource =
        topic.stream().collect(Collectors.groupingBy(s -> s.source().id()));
    Map<RecordingVariant, List<String>> stories = new HashMap<>();
    calm.forEach((variant, said) -> stories.put(variant, SceneTimeline.of(said)));
    List<String> faults = new ArrayList<>();
    int missing = 0;
    int wrong = 0;
    int astray = 0;
    for (PlayedScene scene : scenes) {
      List<Sighting> said = bySource.getOrDefault(scene.source(), List.of());
      GroundTruthComparison check = GroundTruthComparison.of(truth, closed(distinct(said)));
      missing += check.missing().size();
      wrong += check.extra().size() + check.confused().size();
      check.missing().forEach(visit -> faults.add(scene.source() + ": missing " + visit));
      check.extra().forEach(extra -> faults.add(scene.source() + ": extra " + shown(extra)));
      check.confused().forEach(text -> faults.add(scene.source() + ": " + text));
      List<String> story = SceneTimeline.of(said);
      List<String> expected = stories.getOrDefault(scene.variant(), List.of());
      if (!story.equals(expected)) {
        astray++;
        faults.add(
            "%s: %d revisions, %d when nothing was disturbed; not expected: %s; expected: %s"
                .formatted(
                    scene.source(),
                    story.size(),
                    expected.size(),
                    SceneTimeline.excess(story, expected),
                    SceneTimeline.excess(expected, story)));
      }
    }
    Set<String> others =
        bySource.keySet().stream()
            .filter(source -> scenes.stream().noneMatch(s -> s.source().equals(source)))
            .collect(Collectors.toSet());
    wrong += others.size();
    others.forEach(source -> faults.add(source + " was never played"));
    AuditResult audit = AuditResult.of(topic, files);
    faults.addAll(audit.duplicates());
    audit.different().forEach(revision -> faults.add(revision + " differs in the files"));
    audit.missing().forEach(line -> faults.add(shown(line.sighting()) + " is in the files only"));
    audit.unfiled().forEach(sighting -> faults.add(shown(sighting) + " is not in the files"));
    return new SceneVerdict(
        scenes.size(),
        scenes.size() * truth.size(),
        audit.onTopic(),
        audit.inFiles(),
        missing,
        audit.duplicates().size(),
        wrong,
        astray,
        audit.missing().size() + audit.unfiled().size() + audit.different().size(),
        faults);
  }

  private static List<Sighting> closed(List<Sighting> all) {
    return all.stream().filter(s -> s.status() == SightingStatus.CLOSED).toList();
  }

  /** What is there twice is counted as such, and not as another visit. */
  private static List<Sighting> distinct(List<Sighting> all) {
    Map<String, Sighting> once = new LinkedHashMap<>();
    all.forEach(sighting -> once.putIfAbsent(AuditResult.revision(sighting), sighting));
    return List.copyOf(once.values());
  }

  private static String shown(Sighting sighting) {
    return "%s revision %d of %s, %s to %s"
        .formatted(
            sighting.id(),
            sighting.revision(),
            sighting.source().id(),
            sighting.firstSeen(),
            sighting.lastSeen());
  }

  public boolean perfect() {
    return faults.isEmpty();
  }
}
