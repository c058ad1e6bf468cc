package io.sightings.faults.hostile.neighbour;

import io.sightings.contract.Sighting;
import java.util.List;
import java.util.Optional;

/**
 * A photo that was uploaded: it is seen once, under the name its person had then or later.
 *
 * @param source it was uploaded to
 * @param answer its status, or why there was none
 * @param frame its id; empty where it was not taken
 * @param name the least recent name that may be given to it
 */
record GoodPhoto(String source, int number, String answer, String frame, String name)
    implements GoodNeighbour {

  @Override
  public String name() {
    return source + "/" + number;
  }

  @Override
  public Optional<String> missing(GoodSightings sightings) {
    if (frame.isEmpty()) {
      return Optional.of(name() + " was not taken: " + answer);
    }
    List<Sighting> seen =
        sightings.of(source).stream()
            .filter(one -> one.bestShot() != null && frame.equals(one.bestShot().frameId()))
            .toList();
    if (seen.size() != 1) {
      return Optional.of(name() + " (" + frame + ") has " + seen.size() + " sightings");
    }
    String found = String.valueOf(seen.get(0).person().name());
    return found.startsWith(GoodPerson.NAME) && GoodPerson.number(found) >= GoodPerson.number(name)
        ? Optional.empty()
        : Optional.of(name() + " shows " + found + " instead of " + name);
  }
}
