package io.sightings.cli.people;

import io.sightings.contract.Person;
import io.sightings.toolkit.console.CommandFailure;
import io.sightings.toolkit.topics.PeopleStore;
import java.util.List;

/** Finds the person a user means, by id or by name. */
final class PersonResolver {

  private PersonResolver() {}

  /**
   * @throws CommandFailure if no person, or more than one, has that name
   */
  static Person find(PeopleStore store, String text) {
    Person byId = store.all().get(text);
    if (byId != null) {
      return byId;
    }
    List<Person> named =
        store.all().values().stream().filter(p -> p.name().equalsIgnoreCase(text)).toList();
    if (named.isEmpty()) {
      throw CommandFailure.input(
          "Nobody is called " + text + ": sightings people list shows everybody.");
    }
    if (named.size() > 1) {
      throw CommandFailure.input(
          "Several people are called "
              + text
              + ": use an id, one of "
              + String.join(", ", named.stream().map(Person::id).sorted().toList())
              + ".");
    }
    return named.get(0);
  }
}
