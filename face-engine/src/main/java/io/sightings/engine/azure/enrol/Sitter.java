package io.sightings.engine.azure.enrol;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody and the photos that show them.
 *
 * @param id our id of the person, of one line
 * @param name at most 128 characters
 */
public record Sitter(String id, String name, List<Path> photos) {
  private static final int LONGEST_NAME = 128;

  public Sitter {
    photos = List.copyOf(photos);
    if (id.isBlank() || id.lines().count() != 1) {
      throw new IllegalArgumentException("A person's id is empty or has several lines.");
    }
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "The name \"" + name + "\" must have from 1 to " + LONGEST_NAME + " characters.");
    }
  }

  Sitter withId(String other) {
    return new Sitter(other, name, photos);
  }

  /** The same person's further photos. */
  Sitter and(Sitter other) {
    List<Path> all = new ArrayList<>(photos);
    all.addAll(other.photos);
    return new Sitter(id, name, all);
  }
}
