package io.sightings.contract.codec;

import io.sightings.contract.Person;

/**
 * What the people topic says about one person: who they are now, or to forget them.
 *
 * @param id the person
 * @param person null to forget
 */
public record PersonChange(String id, Person person) {

  public static PersonChange know(Person person) {
    return new PersonChange(person.id(), person);
  }

  public static PersonChange forget(String id) {
    return new PersonChange(id, null);
  }
}
