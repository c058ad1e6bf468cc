package io.sightings.emulator.operations;

import io.sightings.emulator.fault.FaultInjector;
import io.sightings.emulator.fault.ServiceQuirk;
import io.sightings.emulator.people.PersonRegistry;
import org.jspecify.annotations.Nullable;

/** When people and faces may be changed. */
final class TrainingGuard {
  private final PersonRegistry people;
  private final FaultInjector weather;

  TrainingGuard(PersonRegistry people, FaultInjector weather) {
    this.people = people;
    this.weather = weather;
  }

  /** Refuses changes of a group that is being trained. */
  void require(@Nullable String group) {
    if (!weather.has(ServiceQuirk.OPEN_WHILE_TRAINING)) {
      people.requireIdle(group);
    }
  }
}
