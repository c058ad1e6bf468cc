package io.sightings.faceservice.fault;

import io.sightings.faceservice.wire.Operation;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The faults and quirks of the moment; they may be changed while the service runs. */
public final class Weather {
  private final Map<Operation, Long> calls = new EnumMap<>(Operation.class);
  private long allCalls;
  private Faults faults;
  private Set<Quirk> quirks;

  public Weather(Faults faults, Collection<Quirk> quirks) {
    set(faults);
    set(quirks);
  }

  /** Counts a call, and says what befalls it. */
  public synchronized Optional<Fault> next(Operation operation) {
    allCalls++;
    return faults.next(operation, calls.merge(operation, 1L, Long::sum), allCalls);
  }

  /** Sets the faults; calls are counted from 1 again. */
  public synchronized void set(Faults newFaults) {
    faults = newFaults;
    calls.clear();
    allCalls = 0;
  }

  public synchronized void set(Collection<Quirk> newQuirks) {
    Set<Quirk> set = EnumSet.noneOf(Quirk.class);
    set.addAll(newQuirks);
    quirks = Set.copyOf(set);
  }

  public synchronized Faults faults() {
    return faults;
  }

  public synchronized Set<Quirk> quirks() {
    return quirks;
  }

  public boolean has(Quirk quirk) {
    return quirks().contains(quirk);
  }
}
