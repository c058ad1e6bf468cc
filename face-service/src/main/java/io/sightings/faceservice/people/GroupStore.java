package io.sightings.faceservice.people;

import java.util.List;

/** Where groups outlive the process. */
interface GroupStore {

  /** Everything there is. */
  List<Group> load();

  /** Its name, its training: everything but its people. */
  void save(Group group);

  void save(Group group, Person person);

  void delete(Group group, String personId);

  void delete(Group group);

  /** Nowhere. */
  final class None implements GroupStore {
    @Override
    public List<Group> load() {
      return List.of();
    }

    @Override
    public void save(Group group) {}

    @Override
    public void save(Group group, Person person) {}

    @Override
    public void delete(Group group, String personId) {}

    @Override
    public void delete(Group group) {}
  }
}
