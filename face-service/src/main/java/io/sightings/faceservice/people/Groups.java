package io.sightings.faceservice.people;

import io.sightings.faceservice.wire.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All large person groups of the resource, and their training. Its people are {@link People}'s. */
public final class Groups {
  private final InstantSource clock;
  private final Capacity capacity;
  private final GroupStore store;
  private final TreeMap<String, Group> groups = new TreeMap<>();

  private Groups(InstantSource clock, Capacity capacity, GroupStore store) {
    this.clock = clock;
    this.capacity = capacity;
    this.store = store;
    store.load().forEach(group -> groups.put(group.id(), group));
  }

  /** Groups that end with the process. */
  public static Groups inMemory(InstantSource clock, Capacity capacity) {
    return new Groups(clock, capacity, new GroupStore.None());
  }

  /**
   * Groups that a folder keeps.
   *
   * @param model whose features they have
   * @throws IllegalStateException if the folder holds features of another model
   */
  public static Groups in(Path folder, String model, InstantSource clock, Capacity capacity) {
    return new Groups(clock, capacity, new FolderStore(folder, model));
  }

  public synchronized void create(
      String id, String name, String userData, String recognitionModel) {
    if (groups.containsKey(id)) {
      throw new Problem(409, "LargePersonGroupExists", "Large person group already exists.");
    }
    if (groups.size() >= capacity.groups()) {
      throw new Problem(
          403, "QuotaExceeded", "Large person group number reached subscription level limit.");
    }
    Group group = new Group(id, name, userData, recognitionModel);
    groups.put(id, group);
    store.save(group);
  }

  public synchronized GroupView get(String id) {
    return require(id).view();
  }

  /** Those after {@code start}, by id. */
  public synchronized List<GroupView> list(String start, int top) {
    return groups.tailMap(start, false).values().stream().limit(top).map(Group::view).toList();
  }

  /** Null leaves as it is. */
  public synchronized void update(String id, String name, String userData) {
    Group group = require(id);
    group.rename(name, userData);
    store.save(group);
  }

  public synchronized void delete(String id) {
    Group group = require(id);
    groups.remove(id);
    store.delete(group);
  }

  /** All that is known of all of them but the features. */
  public synchronized List<GroupState> states() {
    Instant now = clock.instant();
    groups.values().forEach(group -> group.settle(now));
    return groups.values().stream().map(group -> group.state(now)).toList();
  }

  /** Deletes all of them. */
  public synchronized void clear() {
    groups.values().forEach(store::delete);
    groups.clear();
  }

  /**
   * Starts a training.
   *
   * @param queued how long it waits
   * @param running how long it takes then
   * @param failure why it will fail; null where it will not
   */
  public synchronized void train(String id, Duration queued, Duration running, String failure) {
    Group group = require(id);
    Instant now = clock.instant();
    requireIdle(group);
    String reason =
        failure == null && group.faceCount() == 0
            ? "There is no face in the large person group."
            : failure;
    Instant starts = now.plus(queued);
    group.train(new Training(now, starts, starts.plus(running), reason));
    store.save(group);
  }

  /** The last training. */
  public synchronized TrainingView training(String id) {
    TrainingView training = require(id).trainingView();
    if (training == null) {
      throw new Problem(404, "LargePersonGroupNotTrained", "Large person group not trained.");
    }
    return training;
  }

  /**
   * The faces of everybody who can be recognised, as of the last successful training.
   *
   * @param recognitionModel of the faces to be recognised
   * @param deletedLinger whether people deleted since are still recognised
   */
  public synchronized Map<String, List<PersistedFace>> known(
      String id, Collection<String> recognitionModels, boolean deletedLinger) {
    Group group = groups.get(id);
    if (group == null) {
      throw new Problem(400, "LargePersonGroupNotFound", "Large person group is not found.");
    }
    group.settle(clock.instant());
    Map<String, List<PersistedFace>> known = group.known(deletedLinger);
    if (known == null) {
      requireIdle(group);
      throw new Problem(400, "LargePersonGroupNotTrained", "Large person group not trained.");
    }
    for (String model : recognitionModels) {
      if (!model.equals(group.view().recognitionModel())) {
        throw Problem.badArgument("'recognitionModel' is incompatible.");
      }
    }
    return known;
  }

  Group require(String id) {
    Group group = groups.get(id);
    if (group == null) {
      throw new Problem(404, "LargePersonGroupNotFound", "Large person group is not found.");
    }
    group.settle(clock.instant());
    return group;
  }

  void requireIdle(Group group) {
    if (group.isTraining(clock.instant())) {
      throw new Problem(
          409, "LargePersonGroupTrainingNotFinished", "Large person group is under training.");
    }
  }

  Capacity capacity() {
    return capacity;
  }

  GroupStore store() {
    return store;
  }
}
