package io.sightings.emulator.fault;

import io.sightings.emulator.wire.ApiOperation;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The faults and quirks of the moment; they may be changed while the service runs. */
public final class FaultInjector {
  private final Map<ApiOperation, Long> calls = new EnumMap<>(ApiOperation.class);
  private long allCalls;
  private FaultPlan faults;
  private Set<ServiceQuirk> quirks;

  public FaultInjector(FaultPlan faults, Collection<ServiceQuirk> quirks) {
    set(faults);
    set(quirks);
  }

  /** Counts a call, and says what befalls it. */
  public synchronized Optional<CallFault> next(ApiOperation operation) {
    allCalls++;
    return faults.next(operation, calls.merge(operation, 1L, Long::sum), allCalls);
  }

  /** Sets the faults; calls are counted from 1 again. */
  public synchronized void set(FaultPlan newFaults) {
    faults = newFaults;
    calls.clear();
    allCalls = 0;
  }

  public synchronized void set(Collection<ServiceQuirk> newQuirks) {
    Set<ServiceQuirk> set = EnumSet.noneOf(ServiceQuirk.class);
    set.addAll(newQuirks);
    quirks = Set.copyOf(set);
  }

  public synchronized FaultPlan faults() {
    return faults;
  }

  public synchronized Set<ServiceQuirk> quirks() {
    return quirks;
  }

  public boolean has(ServiceQuirk quirk) {
    return quirks().contains(quirk);
  }
}
