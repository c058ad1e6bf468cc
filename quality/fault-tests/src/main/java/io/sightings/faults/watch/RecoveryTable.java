package io.sightings.faults.watch;

import io.sightings.toolkit.console.TextTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Recoveries, by kind of fault. */
public final class RecoveryTable {

  private RecoveryTable() {}

  public static TextTable of(List<RecoveryTimes> recoveries) {
    Map<String, List<RecoveryTimes>> kinds = new TreeMap<>();
    for (RecoveryTimes recovery : recoveries) {
      String kind = recovery.alone() ? recovery.kind() : "two at once";
      kinds.computeIfAbsent(kind, unknown -> new ArrayList<>()).add(recovery);
    }
    TextTable table =
        new TextTable("FAULT", "COUNT>", "MEDIAN>", "LONGEST>", "RESTARTS>", "TRANSACTIONS LOST>");
    kinds.forEach(
        (kind, all) -> {
          List<Duration> times = all.stream().map(RecoveryTimes::took).sorted().toList();
          table.row(
              kind,
              Integer.toString(all.size()),
              seconds(times.get(times.size() / 2)),
              seconds(times.get(times.size() - 1)),
              Long.toString(all.stream().mapToLong(one -> one.counted().restarts()).sum()),
              Long.toString(all.stream().mapToLong(one -> one.counted().lost()).sum()));
        });
    return table;
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }

  /**
   * How long a fault was felt.
   *
   * @param kind of the fault
   * @param took from the fault until a checkpoint begun after it was complete, and so new results
   *     visible
   * @param counted restarts and lost transactions it has led to
   * @param alone whether no other fault happened at the same time
   */
  public record RecoveryTimes(String kind, Duration took, JobCounters counted, boolean alone) {}
}
