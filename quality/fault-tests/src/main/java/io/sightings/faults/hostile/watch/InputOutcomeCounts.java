package io.sightings.faults.hostile.watch;

import io.sightings.faults.hostile.input.HostileInput.InputReference;
import io.sightings.faults.hostile.input.ProductEntrance;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** How many inputs of each kind had which outcome. Safe for use by several threads. */
public final class InputOutcomeCounts {
  private final Map<ProductEntrance, Map<String, int[]>> counts =
      new EnumMap<>(ProductEntrance.class);

  public synchronized void count(InputReference mark, InputOutcome outcome) {
    of(mark)[outcome.ordinal()]++;
  }

  /** An input that was taken at first is put aside now. */
  public synchronized void rejectedLater(InputReference mark) {
    int[] counted = of(mark);
    counted[InputOutcome.ACCEPTED.ordinal()]--;
    counted[InputOutcome.REJECTED.ordinal()]++;
  }

  private int[] of(InputReference mark) {
    return counts
        .computeIfAbsent(mark.entrance(), entrance -> new TreeMap<>())
        .computeIfAbsent(mark.kind().name(), kind -> new int[InputOutcome.values().length]);
  }

  /** Counts in the order of {@link InputOutcome}, by kind. */
  public synchronized Map<String, int[]> of(ProductEntrance entrance) {
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
