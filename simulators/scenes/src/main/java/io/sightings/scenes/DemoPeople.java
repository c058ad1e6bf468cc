package io.sightings.scenes;

import io.sightings.scenes.person.PersonGenerator;
import io.sightings.scenes.person.PersonTraits;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who plays in the demo. They were chosen by measurement to differ as much as drawn people can, for
 * the neural embedder and for local binary patterns alike.
 */
final class DemoPeople {
  static final String STRANGER = "Stranger 1";
  static final String OTHER_STRANGER = "Stranger 2";

  private DemoPeople() {}

  static Map<String, PersonTraits> known() {
    Map<String, PersonTraits> people = new TreeMap<>();
    people.put("Ada", person(1, 7));
    people.put("Ben", person(3, 6));
    people.put("Cleo", person(5, 21));
    people.put("Dan", person(1, 6));
    return people;
  }

  static Map<String, PersonTraits> everyone() {
    Map<String, PersonTraits> people = new TreeMap<>(known());
    people.put(STRANGER, person(4, 0));
    people.put(OTHER_STRANGER, person(4, 9));
    return people;
  }

  /** The person at a place, counted from 0, in the cast of a seed. */
  private static PersonTraits person(long cast, int place) {
    return PersonGenerator.of(cast, place + 1).get(place);
  }
}
