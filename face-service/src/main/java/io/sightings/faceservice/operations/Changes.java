package io.sightings.faceservice.operations;

import io.sightings.faceservice.fault.Quirk;
import io.sightings.faceservice.fault.Weather;
import io.sightings.faceservice.people.People;

/** When people and faces may be changed. */
final class Changes {
  private final People people;
  private final Weather weather;

  Changes(People people, Weather weather) {
    this.people = people;
    this.weather = weather;
  }

  /** Refuses changes of a group that is being trained. */
  void require(String group) {
    if (!weather.has(Quirk.OPEN_WHILE_TRAINING)) {
      people.requireIdle(group);
    }
  }
}
