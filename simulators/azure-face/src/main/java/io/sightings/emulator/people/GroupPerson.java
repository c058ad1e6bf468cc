package io.sightings.emulator.people;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of a group.
 *
 * @param id a GUID
 * @param name not unique
 * @param userData the caller's
 * @param faces in the order they were added
 */
public record GroupPerson(
    String id, String name, @Nullable String userData, List<PersistedFace> faces) {

  public GroupPerson {
    faces = List.copyOf(faces);
  }

  /** Null leaves as it is. */
  GroupPerson renamed(@Nullable String newName, @Nullable String newUserData) {
    return new GroupPerson(
        id, newName == null ? name : newName, newUserData == null ? userData : newUserData, faces);
  }

  GroupPerson with(PersistedFace face) {
    return new GroupPerson(
        id, name, userData, Stream.concat(faces.stream(), Stream.of(face)).toList());
  }

  GroupPerson without(String faceId) {
    return new GroupPerson(
        id, name, userData, faces.stream().filter(face -> !face.id().equals(faceId)).toList());
  }

  GroupPerson replacing(PersistedFace changed) {
    List<PersistedFace> others = new ArrayList<>(faces);
    others.replaceAll(face -> face.id().equals(changed.id()) ? changed : face);
    return new GroupPerson(id, name, userData, others);
  }
}
