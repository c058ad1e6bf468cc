package io.sightings.emulator.people;

import io.sightings.emulator.wire.ApiErrorException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All large person groups of the resource, and their training. Its people are {@link
 * PersonRegistry}'s.
 */
public final class PersonGroups {
  private final InstantSource clock;
  private final ResourceCapacity capacity;
  private final GroupStore store;
  private final TreeMap<String, PersonGroup> groups = new TreeMap<>();

  /**
   * @param folder that keeps them; null where they end with the process
   * @param model whose features they have
   * @throws IllegalStateException if the folder holds features of another model
   */
  public PersonGroups(
      @Nullable Path folder, String model, InstantSource clock, ResourceCapacity capacity) {
    this.clock = clock;
    this.capacity = capacity;
    this.store = new GroupStore(folder, model);
    store.load().forEach(group -> groups.put(group.id(), group));
  }

  public synchronized void create(
      String id, String name, @Nullable String userData, String recognitionModel) {
    if (groups.containsKey(id)) {
      throw new ApiErrorException(
          409, "LargePersonGroupExists", "Large person group already exists.");
    }
    if (groups.size() >= capacity.groups()) {
      throw new ApiErrorException(
          403, "QuotaExceeded", "Large person group number reached subscription level limit.");
    }
    PersonGroup group = new PersonGroup(id, name, userData, recognitionModel);
    groups.put(id, group);
    store.save(group);
  }

  public synchronized GroupView get(String id) {
    return require(id).view();
  }

  /** Those after {@code start}, by id. */
  public synchronized List<GroupView> list(String start, int top) {
    return groups.tailMap(start, false).values().stream()
        .limit(top)
        .map(PersonGroup::view)
        .toList();
  }

  /** Null leaves as it is. */
  public synchronized void update(String id, @Nullable String name, @Nullable String userData) {
    PersonGroup group = require(id);
    group.rename(name, userData);
    store.save(group);
  }

  public synchronized void delete(String id) {
    PersonGroup group = require(id);
    groups.remove(id);
    store.delete(group);
  }

  /** All that is known of all of them but the features. */
  public synchronized List<GroupSnapshot> states() {
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
  public synchronized void train(
      String id, Duration queued, Duration running, @Nullable String failure) {
    PersonGroup group = require(id);
    Instant now = clock.instant();
    requireIdle(group);
    String reason =
        failure == null && group.faceCount() == 0
            ? "There is no face in the large person group."
            : failure;
    Instant starts = now.plus(queued);
    group.train(new TrainingRun(now, starts, starts.plus(running), reason));
    store.save(group);
  }

  /** The last training. */
  public synchronized TrainingStatus training(String id) {
    TrainingStatus training = require(id).trainingView();
    if (training == null) {
      throw new ApiErrorException(
          404, "LargePersonGroupNotTrained", "Large person group not trained.");
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
    PersonGroup group = groups.get(id);
    if (group == null) {
      throw new ApiErrorException(
          400, "LargePersonGroupNotFound", "Large person group is not found.");
    }
    group.settle(clock.instant());
    Map<String, List<PersistedFace>> known = group.known(deletedLinger);
    if (known == null) {
      requireIdle(group);
      throw new ApiErrorException(
          400, "LargePersonGroupNotTrained", "Large person group not trained.");
    }
    for (String model : recognitionModels) {
      if (!model.equals(group.view().recognitionModel())) {
        throw ApiErrorException.badArgument("'recognitionModel' is incompatible.");
      }
    }
    return known;
  }

  PersonGroup require(String id) {
    PersonGroup group = groups.get(id);
    if (group == null) {
      throw new ApiErrorException(
          404, "LargePersonGroupNotFound", "Large person group is not found.");
    }
    group.settle(clock.instant());
    return group;
  }

  void requireIdle(PersonGroup group) {
    if (group.isTraining(clock.instant())) {
      throw new ApiErrorException(
          409, "LargePersonGroupTrainingNotFinished", "Large person group is under training.");
    }
  }

  ResourceCapacity capacity() {
    return capacity;
  }

  GroupStore store() {
    return store;
  }

  /**
   * A group's last training.
   *
   * @param training the last one asked for
   * @param lastSuccess when one last succeeded; null where none has
   */
  public record TrainingStatus(TrainingRun training, @Nullable Instant lastSuccess) {}

  /**
   * A group as callers see it.
   *
   * @param id theirs
   * @param name theirs
   * @param userData theirs; null where none was given
   * @param recognitionModel of all its faces
   */
  public record GroupView(
      String id, String name, @Nullable String userData, String recognitionModel) {}

  /**
   * How much a resource holds.
   *
   * @param groups large person groups
   * @param people of one group
   * @param faces of one person
   */
  public record ResourceCapacity(int groups, int people, int faces) {}
}
