package io.sightings.emulator.people;

import java.util.List;

/** Where groups outlive the process. */
interface GroupStore {

  /** Everything there is. */
  List<PersonGroup> load();

  /** Its name, its training: everything but its people. */
  void save(PersonGroup group);

  void save(PersonGroup group, GroupPerson person);

  void delete(PersonGroup group, String personId);

  void delete(PersonGroup group);

  /** Nowhere. */
  final class None implements GroupStore {
    @Override
    public List<PersonGroup> load() {
      return List.of();
    }

    @Override
    public void save(PersonGroup group) {}

    @Override
    public void save(PersonGroup group, GroupPerson person) {}

    @Override
    public void delete(PersonGroup group, String personId) {}

    @Override
    public void delete(PersonGroup group) {}
  }
}
