package io.sightings.cli.people;

import java.nio.file.Path;

/**
 * What became of one photo.
 *
 * @param person the person's name
 * @param photo the file
 * @param kind what was decided
 * @param text why, as a sentence; null unless rejected
 */
public record PhotoOutcome(String person, Path photo, Kind kind, String text) {

  /** The three ways a photo can go. */
  public enum Kind {
    ACCEPTED,
    /** The same photo was enrolled before. */
    UNCHANGED,
    REJECTED
  }
}
