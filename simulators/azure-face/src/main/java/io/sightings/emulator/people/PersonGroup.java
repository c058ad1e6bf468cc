package io.sightings.emulator.people;

import io.sightings.emulator.people.GroupSnapshot.PersonSnapshot;
import io.sightings.emulator.people.PersonGroups.GroupView;
import io.sightings.emulator.people.PersonGroups.TrainingStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A large person group. Guarded by the {@link PersonGroups} that hold it. */
final class PersonGroup {
  private final String id;
  private final String recognitionModel;
  private final TreeMap<String, GroupPerson> people = new TreeMap<>();
  private String name;
  private @Nullable String userData;
  private @Nullable TrainingRun training;
  private @Nullable Instant lastSuccess;

  /** What the running training will make known. */
  private @Nullable Map<String, List<PersistedFace>> learning;

  /** What the last successful training made known. */
  private @Nullable Map<String, List<PersistedFace>> known;

  PersonGroup(String id, String name, @Nullable String userData, String recognitionModel) {
    this.id = id;
    this.name = name;
    this.userData = userData;
    this.recognitionModel = recognitionModel;
  }

  String id() {
    return id;
  }

  TreeMap<String, GroupPerson> people() {
    return people;
  }

  /** Null leaves as it is. */
  void rename(@Nullable String newName, @Nullable String newUserData) {
    name = newName == null ? name : newName;
    userData = newUserData == null ? userData : newUserData;
  }

  void train(TrainingRun asked) {
    training = asked;
    learning = faces();
  }

  /** Takes over what a training that has ended has learned. */
  void settle(Instant now) {
    if (learning != null && training != null && training.isOver(now)) {
      if (training.failure() == null) {
        known = learning;
        lastSuccess = training.ends();
      }
      learning = null;
    }
  }

  boolean isTraining(Instant now) {
    return training != null && !training.isOver(now);
  }

  int faceCount() {
    return people.values().stream().mapToInt(person -> person.faces().size()).sum();
  }

  private Map<String, List<PersistedFace>> faces() {
    Map<String, List<PersistedFace>> faces = new HashMap<>();
    people.values().forEach(person -> faces.put(person.id(), person.faces()));
    return faces;
  }

  /**
   * Who can be recognised: what was learned, without what has been deleted since unless that
   * lingers; null where the group was never trained.
   */
  @Nullable Map<String, List<PersistedFace>> known(boolean deletedLinger) {
    if (known == null || deletedLinger) {
      return known;
    }
    Map<String, List<PersistedFace>> left = new HashMap<>();
    known.forEach(
        (personId, faces) -> {
          GroupPerson person = people.get(personId);
          if (person != null) {
            Collection<String> ids = person.faces().stream().map(PersistedFace::id).toList();
            left.put(personId, faces.stream().filter(face -> ids.contains(face.id())).toList());
          }
        });
    return left;
  }

  GroupView view() {
    return new GroupView(id, name, userData, recognitionModel);
  }

  @Nullable TrainingStatus trainingView() {
    return training == null ? null : new TrainingStatus(training, lastSuccess);
  }

  GroupSnapshot state(Instant now) {
    return new GroupSnapshot(
        id,
        name,
        userData,
        recognitionModel,
        training == null ? null : training.status(now).value(),
        known == null ? List.of() : known.keySet().stream().sorted().toList(),
        people.values().stream().map(PersonSnapshot::of).toList());
  }

  StoredGroup memory() {
    return new StoredGroup(
        name, userData, recognitionModel, training, lastSuccess, ids(known), ids(learning));
  }

  private static @Nullable Map<String, List<String>> ids(
      @Nullable Map<String, List<PersistedFace>> faces) {
    if (faces == null) {
      return null;
    }
    Map<String, List<String>> ids = new TreeMap<>();
    faces.forEach((person, of) -> ids.put(person, of.stream().map(PersistedFace::id).toList()));
    return ids;
  }

  static PersonGroup remembered(String id, StoredGroup memory, Collection<GroupPerson> people) {
    PersonGroup group =
        new PersonGroup(id, memory.name(), memory.userData(), memory.recognitionModel());
    people.forEach(person -> group.people.put(person.id(), person));
    group.training = memory.training();
    group.lastSuccess = memory.lastSuccess();
    group.known = group.faces(memory.known());
    group.learning = group.faces(memory.learning());
    return group;
  }

  private @Nullable Map<String, List<PersistedFace>> faces(
      @Nullable Map<String, List<String>> ids) {
    if (ids == null) {
      return null;
    }
    Map<String, List<PersistedFace>> faces = faces();
    faces.keySet().retainAll(ids.keySet());
    faces.replaceAll(
        (person, of) ->
            of.stream()
                .filter(face -> ids.getOrDefault(person, List.of()).contains(face.id()))
                .toList());
    return faces;
  }

  /**
   * A group as it is kept in a file, without its people.
   *
   * @param name the caller's
   * @param userData the caller's
   * @param recognitionModel of all its faces
   * @param training the last one
   * @param lastSuccess when a training last succeeded
   * @param known ids of the faces of each person that the last successful training learned
   * @param learning likewise of the training that is running
   */
  record StoredGroup(
      String name,
      @Nullable String userData,
      String recognitionModel,
      @Nullable TrainingRun training,
      @Nullable Instant lastSuccess,
      @Nullable Map<String, List<String>> known,
      @Nullable Map<String, List<String>> learning) {}
}
