package io.sightings.ingest.source;

import io.sightings.contract.SourceInfo;
import java.util.HashSet;
import java.util.Set;

/** Gives each source of a run an id of its own. */
final class SourceIds {
  private final Set<String> taken = new HashSet<>();

  /** The nearest id to the name; another of the same name gets a number. */
  String from(String name) {
    String wanted = SourceInfo.idFrom(name);
    String id = wanted;
    for (int number = 2; !taken.add(id); number++) {
      id = SourceInfo.idFrom(wanted.substring(0, Math.min(wanted.length(), 120)) + "-" + number);
    }
    return id;
  }
}
