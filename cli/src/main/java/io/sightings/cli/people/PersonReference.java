package io.sightings.cli.people;

import io.sightings.cli.console.Failure;
import io.sightings.contract.Person;
import java.util.List;

/** Finds the person a user means, by id or by name. */
final class PersonReference {

  private PersonReference() {}

  /**
   * @throws Failure if nobody, or more than one, is called so
   */
  static Person find(PeopleStore store, String text) {
    Person byId = store.all().get(text);
    if (byId != null) {
      return byId;
    }
    List<Person> named =
        store.all().values().stream().filter(p -> p.name().equalsIgnoreCase(text)).toList();
    if (named.isEmpty()) {
      throw Failure.input("Nobody is called " + text + ": sightings people list shows everybody.");
    }
    if (named.size() > 1) {
      throw Failure.input(
          "Several people are called "
              + text
              + ": use an id, one of "
              + String.join(", ", named.stream().map(Person::id).sorted().toList())
              + ".");
    }
    return named.get(0);
  }
}
