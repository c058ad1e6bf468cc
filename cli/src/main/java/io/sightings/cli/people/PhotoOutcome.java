package io.sightings.cli.people;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What became of one photo.
 *
 * @param person the person's name
 * @param photo the file
 * @param kind what was decided
 * @param text why it is rejected, or a remark on an accepted photo, in sentences; null for nothing
 */
public record PhotoOutcome(String person, Path photo, Kind kind, @Nullable String text) {

  /** The three ways a photo can go. */
  public enum Kind {
    ACCEPTED,
    /** The same photo was enrolled before. */
    UNCHANGED,
    REJECTED
  }
}
