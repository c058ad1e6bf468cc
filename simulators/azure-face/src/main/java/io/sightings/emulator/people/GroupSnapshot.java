package io.sightings.emulator.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group, laid open.
 *
 * @param id the caller's
 * @param name the caller's
 * @param userData the caller's
 * @param recognitionModel of all its faces
 * @param training status of the last one
 * @param known ids of the people the last successful training learned, sorted
 * @param people by id
 */
public record GroupSnapshot(
    String id,
    String name,
    @Nullable String userData,
    String recognitionModel,
    @Nullable String training,
    List<String> known,
    List<PersonSnapshot> people) {

  /**
   * Somebody, laid open.
   *
   * @param id a GUID
   * @param name the caller's
   * @param userData the caller's
   * @param faces in the order they were added
   */
  public record PersonSnapshot(
      String id, String name, @Nullable String userData, List<FaceState> faces) {

    /**
     * @param id a GUID
     * @param userData the caller's
     * @param judgeable whether anybody can be recognised by it
     */
    public record FaceState(String id, @Nullable String userData, boolean judgeable) {}

    static PersonSnapshot of(GroupPerson person) {
      return new PersonSnapshot(
          person.id(),
          person.name(),
          person.userData(),
          person.faces().stream()
              .map(face -> new FaceState(face.id(), face.userData(), face.feature() != null))
              .toList());
    }
  }
}
