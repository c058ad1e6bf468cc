package io.sightings.ingest.service;

import io.sightings.ingest.settings.IngestorSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What new settings change of what is running.
 *
 * @param added ids of sources that begin
 * @param changed ids of those that restart
 * @param removed ids of those that stop
 * @param ignored sections and keys that count only when the ingestor is started again
 */
public record SettingsChanges(
    List<String> added, List<String> changed, List<String> removed, List<String> ignored) {

  static SettingsChanges between(
      Map<String, SourcePlan> before, Map<String, SourcePlan> after, List<String> ignored) {
    List<String> added = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    for (SourcePlan plan : after.values()) {
      SourcePlan old = before.get(plan.id());
      if (old == null) {
        added.add(plan.id());
      } else if (!old.equals(plan)) {
        changed.add(plan.id());
      }
    }
    List<String> removed = before.keySet().stream().filter(id -> !after.containsKey(id)).toList();
    return new SettingsChanges(added, changed, removed, ignored);
  }

  /** What of the settings differs and cannot be changed while the ingestor runs. */
  static List<String> fixed(IngestorSettings running, IngestorSettings wanted) {
    List<String> sections = new ArrayList<>();
    if (!running.kafka().equals(wanted.kafka())) {
      sections.add("kafka");
    }
    if (!running.server().equals(wanted.server())) {
      sections.add("server");
    }
    if (!running.state().equals(wanted.state())) {
      sections.add("state");
    }
    if (running.files().parallel() != wanted.files().parallel()) {
      sections.add("files.parallel");
    }
    return sections;
  }

  public boolean isEmpty() {
    return added.isEmpty() && changed.isEmpty() && removed.isEmpty() && ignored.isEmpty();
  }
}
