package io.sightings.azure.enrol;

import java.nio.file.Path;

/**
 * What became of one photo.
 *
 * @param text why, as a sentence; empty unless rejected
 */
public record EnrolmentPhotoResult(EnrolmentPerson person, Path photo, Kind kind, String text) {

  /** The three ways a photo can go. */
  public enum Kind {
    ACCEPTED,
    /** The same photo was enrolled before. */
    UNCHANGED,
    REJECTED
  }
}
