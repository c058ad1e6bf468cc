package io.sightings.ingest.source;

import io.sightings.contract.SourceInfo;
import java.util.HashSet;
import java.util.Set;

/** Gives each source an id that no other has. */
public final class SourceIdGenerator {
  /** Leaves room for a number. */
  private static final int MAX_NUMBERED_LENGTH = 120;

  private final Set<String> taken = new HashSet<>();

  /** An id that its user has chosen. */
  public void reserve(String id) {
    taken.add(id);
  }

  /** The nearest id to the name; another of the same name gets a number. */
  public String from(String name) {
    String wanted = SourceInfo.idFrom(name);
    String stem = wanted.substring(0, Math.min(wanted.length(), MAX_NUMBERED_LENGTH));
    String id = wanted;
    for (int number = 2; !taken.add(id); number++) {
      id = SourceInfo.idFrom(stem + "-" + number);
    }
    return id;
  }
}
