package io.sightings.faults.hostile.watch;

import io.sightings.faults.hostile.input.Entrance;
import io.sightings.faults.hostile.input.InputMark;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** How many inputs of each kind had which outcome. Safe for use by several threads. */
public final class OutcomeTally {
  private final Map<Entrance, Map<String, int[]>> counts = new EnumMap<>(Entrance.class);

  public synchronized void count(InputMark mark, Outcome outcome) {
    of(mark)[outcome.ordinal()]++;
  }

  /** An input that was taken at first is put aside now. */
  public synchronized void rejectedLater(InputMark mark) {
    int[] counted = of(mark);
    counted[Outcome.ACCEPTED.ordinal()]--;
    counted[Outcome.REJECTED.ordinal()]++;
  }

  private int[] of(InputMark mark) {
    return counts
        .computeIfAbsent(mark.entrance(), entrance -> new TreeMap<>())
        .computeIfAbsent(mark.kind().name(), kind -> new int[Outcome.values().length]);
  }

  /** Counts in the order of {@link Outcome}, by kind. */
  public synchronized Map<String, int[]> of(Entrance entrance) {
    Map<String, int[]> copy = new TreeMap<>();
    counts.getOrDefault(entrance, Map.of()).forEach((kind, n) -> copy.put(kind, n.clone()));
    return copy;
  }

  public synchronized int total() {
    return counts.values().stream()
        .flatMap(kinds -> kinds.values().stream())
        .mapToInt(counted -> Arrays.stream(counted).sum())
        .sum();
  }
}
