package io.sightings.emulator.people;

import io.sightings.emulator.fault.FaultInjector;
import io.sightings.emulator.fault.ServiceQuirk;
import io.sightings.emulator.wire.ApiErrorException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The people of the groups, and the faces they are known by. */
public final class PersonRegistry {
  private final PersonGroups groups;
  private final FaultInjector weather;
  private final GuidGenerator personIds;
  private final GuidGenerator faceIds;

  public PersonRegistry(PersonGroups groups, FaultInjector weather, GuidGenerator ids) {
    this.groups = groups;
    this.weather = weather;
    this.personIds = ids.split();
    this.faceIds = ids.split();
  }

  /** The new person's id. */
  public String create(String groupId, String name, @Nullable String userData) {
    synchronized (groups) {
      PersonGroup group = groups.require(groupId);
      if (group.people().size() >= groups.capacity().people()) {
        throw new ApiErrorException(
            403, "QuotaExceeded", "Person number reached large person group level limit.");
      }
      GroupPerson person = new GroupPerson(personIds.next(), name, userData, List.of());
      put(group, person);
      return person.id();
    }
  }

  public GroupPerson get(String groupId, String personId) {
    synchronized (groups) {
      return require(groups.require(groupId), personId);
    }
  }

  /** Those after {@code start}, by id. */
  public List<GroupPerson> list(String groupId, String start, int top) {
    synchronized (groups) {
      return groups.require(groupId).people().tailMap(start, false).values().stream()
          .limit(top)
          .toList();
    }
  }

  /** Null leaves as it is. */
  public void update(
      String groupId, String personId, @Nullable String name, @Nullable String userData) {
    synchronized (groups) {
      PersonGroup group = groups.require(groupId);
      put(group, require(group, personId).renamed(name, userData));
    }
  }

  public void delete(String groupId, String personId) {
    synchronized (groups) {
      PersonGroup group = groups.require(groupId);
      require(group, personId);
      group.people().remove(personId);
      groups.store().delete(group, personId);
    }
  }

  /** The new face's id. */
  public String addFace(
      String groupId, String personId, @Nullable String userData, float @Nullable [] feature) {
    synchronized (groups) {
      PersonGroup group = groups.require(groupId);
      GroupPerson person = require(group, personId);
      if (person.faces().size() >= groups.capacity().faces()) {
        throw new ApiErrorException(403, "QuotaExceeded", "Persisted face number reached limit.");
      }
      PersistedFace face = new PersistedFace(faceIds.next(), userData, feature);
      put(group, person.with(face));
      return face.id();
    }
  }

  public PersistedFace face(String groupId, String personId, String faceId) {
    return face(get(groupId, personId), faceId);
  }

  public void updateFace(
      String groupId, String personId, String faceId, @Nullable String userData) {
    synchronized (groups) {
      PersonGroup group = groups.require(groupId);
      GroupPerson person = require(group, personId);
      put(group, person.replacing(face(person, faceId).withUserData(userData)));
    }
  }

  public void deleteFace(String groupId, String personId, String faceId) {
    synchronized (groups) {
      PersonGroup group = groups.require(groupId);
      GroupPerson person = require(group, personId);
      put(group, person.without(face(person, faceId).id()));
    }
  }

  /** Refuses changes of a group that is being trained. */
  public void requireChangeable(String groupId) {
    if (!weather.has(ServiceQuirk.OPEN_WHILE_TRAINING)) {
      synchronized (groups) {
        groups.requireIdle(groups.require(groupId));
      }
    }
  }

  private void put(PersonGroup group, GroupPerson person) {
    group.people().put(person.id(), person);
    groups.store().save(group, person);
  }

  private static GroupPerson require(PersonGroup group, String personId) {
    GroupPerson person = group.people().get(personId);
    if (person == null) {
      throw new ApiErrorException(404, "PersonNotFound", "Person " + personId + " is not found.");
    }
    return person;
  }

  private static PersistedFace face(GroupPerson person, String faceId) {
    return person.faces().stream()
        .filter(face -> face.id().equals(faceId))
        .findFirst()
        .orElseThrow(
            () ->
                new ApiErrorException(
                    404, "PersistedFaceNotFound", "Persisted face " + faceId + " is not found."));
  }
}
