package io.sightings.faceservice.people;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Somebody of a group.
 *
 * @param id a GUID
 * @param name not unique
 * @param userData the caller's; null where none was given
 * @param faces in the order they were added
 */
public record Person(String id, String name, String userData, List<PersistedFace> faces) {

  public Person {
    faces = List.copyOf(faces);
  }

  /** Null leaves as it is. */
  Person renamed(String newName, String newUserData) {
    return new Person(
        id, newName == null ? name : newName, newUserData == null ? userData : newUserData, faces);
  }

  Person with(PersistedFace face) {
    return new Person(id, name, userData, Stream.concat(faces.stream(), Stream.of(face)).toList());
  }

  Person without(String faceId) {
    return new Person(
        id, name, userData, faces.stream().filter(face -> !face.id().equals(faceId)).toList());
  }

  Person replacing(PersistedFace changed) {
    List<PersistedFace> others = new ArrayList<>(faces);
    others.replaceAll(face -> face.id().equals(changed.id()) ? changed : face);
    return new Person(id, name, userData, others);
  }
}
