package io.sightings.toolkit.audit;

import io.sightings.contract.Sighting;
import io.sightings.contract.SightingStatus;
import io.sightings.contract.codec.Json;
import io.sightings.toolkit.audit.SightingFileReader.SightingFileEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The closed sightings of the topic compared with those of the files. Both are written exactly
 * once, each by its own means: where they differ, something was lost.
 *
 * @param onTopic how many closed sightings the topic has
 * @param inFiles how many the files have
 * @param missing in the files, and not on the topic
 * @param unfiled on the topic, and not in the files
 * @param duplicates revisions that are on the topic or in the files more than once, in words
 * @param different revisions that say something else on the topic than in the files
 */
public record AuditResult(
    int onTopic,
    int inFiles,
    List<SightingFileEntry> missing,
    List<Sighting> unfiled,
    List<String> duplicates,
    List<String> different) {

  /**
   * @param topic all that is committed, open revisions too
   */
  public static AuditResult of(List<Sighting> topic, List<SightingFileEntry> files) {
    List<String> duplicates = new ArrayList<>(repeated(topic));
    List<Sighting> closed =
        topic.stream().filter(s -> s.status() == SightingStatus.CLOSED).toList();
    Map<String, Sighting> published = new LinkedHashMap<>();
    closed.forEach(sighting -> published.put(revision(sighting), sighting));
    Map<String, SightingFileEntry> filed = new LinkedHashMap<>();
    for (SightingFileEntry line : files) {
      if (filed.put(revision(line.sighting()), line) != null) {
        duplicates.add(revision(line.sighting()) + " is in the files more than once");
      }
    }
    List<SightingFileEntry> missing = new ArrayList<>();
    List<String> different = new ArrayList<>();
    filed.forEach(
        (revision, line) -> {
          Sighting other = published.remove(revision);
          if (other == null) {
            missing.add(line);
          } else if (!text(other).equals(text(line.sighting()))) {
            different.add(revision);
          }
        });
    return new AuditResult(
        closed.size(),
        files.size(),
        missing,
        List.copyOf(published.values()),
        duplicates,
        different);
  }

  private static List<String> repeated(List<Sighting> topic) {
    Set<String> seen = new HashSet<>();
    return topic.stream()
        .map(AuditResult::revision)
        .filter(revision -> !seen.add(revision))
        .map(revision -> revision + " is on the topic more than once")
        .toList();
  }

  /** What there must be only once. */
  public static String revision(Sighting sighting) {
    return sighting.id() + " revision " + sighting.revision();
  }

  private static String text(Sighting sighting) {
    return new String(Json.write(sighting), StandardCharsets.UTF_8);
  }

  /** Whether topic and files hold the same, each once. */
  public boolean equal() {
    return missing.isEmpty() && unfiled.isEmpty() && sound();
  }

  /** Whether nothing is there twice, or in two ways. */
  public boolean sound() {
    return duplicates.isEmpty() && different.isEmpty();
  }
}
