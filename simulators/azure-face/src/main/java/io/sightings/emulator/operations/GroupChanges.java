package io.sightings.emulator.operations;

import io.sightings.emulator.fault.CurrentFaults;
import io.sightings.emulator.fault.ServiceQuirk;
import io.sightings.emulator.people.KnownPeople;
import org.jspecify.annotations.Nullable;

/** When people and faces may be changed. */
final class GroupChanges {
  private final KnownPeople people;
  private final CurrentFaults weather;

  GroupChanges(KnownPeople people, CurrentFaults weather) {
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
