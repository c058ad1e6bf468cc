package io.sightings.azure.enrol;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A person and the photos that show them.
 *
 * @param id our id of the person, of one line
 * @param name at most 128 characters
 */
public record EnrolmentPerson(String id, String name, List<Path> photos) {
  private static final int LONGEST_NAME = 128;

  public EnrolmentPerson {
    photos = List.copyOf(photos);
    if (id.isBlank() || id.lines().count() != 1) {
      throw new IllegalArgumentException("A person's id is empty or has several lines.");
    }
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "The name \"" + name + "\" must have from 1 to " + LONGEST_NAME + " characters.");
    }
  }

  EnrolmentPerson withId(String other) {
    return new EnrolmentPerson(other, name, photos);
  }

  /** The same person's further photos. */
  EnrolmentPerson and(EnrolmentPerson other) {
    List<Path> all = new ArrayList<>(photos);
    all.addAll(other.photos);
    return new EnrolmentPerson(id, name, all);
  }
}
