package io.sightings.faults.hostile;

import io.sightings.faults.hostile.input.ProductEntrance;
import io.sightings.faults.hostile.watch.FindingLog;
import io.sightings.faults.hostile.watch.FindingType;
import io.sightings.faults.hostile.watch.InputOutcome;
import io.sightings.faults.hostile.watch.InputOutcomeCounts;
import io.sightings.faults.hostile.watch.ProductMonitor;
import io.sightings.toolkit.console.TextTable;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a run has shown, as tables.
 *
 * @param served of the good neighbours
 * @param neighbours all of them
 * @param repeatedUploads photos that were sent again, as the server had closed an idle connection
 */
record HostileReport(
    InputOutcomeCounts tally,
    FindingLog findings,
    ProductMonitor watch,
    int served,
    int neighbours,
    int repeatedUploads,
    Duration took) {

  void print(PrintWriter out) {
    printKinds(out);
    printProcesses(out);
    printLogged(out);
    TextTable verdict = new TextTable("FINDINGS", "COUNT>");
    for (FindingType type : FindingType.values()) {
      verdict.row(type.plural(), Integer.toString(findings.count(type)));
    }
    verdict.print(out);
    out.printf(
        "%nThe ingestor's state took %s.%nNeighbours served: %d of %d;"
            + " uploads sent again after an idle connection was closed: %d.%n"
            + "%d hostile inputs in %.1f minutes: %s%n",
        watch.stateSize(),
        served,
        neighbours,
        repeatedUploads,
        tally.total(),
        took.toSeconds() / 60.0,
        findings.none() ? "nothing was found" : "SOMETHING WAS FOUND");
    out.flush();
  }

  private void printKinds(PrintWriter out) {
    List<String> heads =
        Arrays.stream(InputOutcome.values())
            .map(one -> one.name().toLowerCase(Locale.ROOT))
            .toList();
    String[] columns = new String[3 + heads.size()];
    columns[0] = "ENTRANCE";
    columns[1] = "KIND";
    columns[2] = "INPUTS>";
    for (int i = 0; i < heads.size(); i++) {
      columns[3 + i] = heads.get(i).replace('_', ' ').toUpperCase(Locale.ROOT) + ">";
    }
    TextTable table = new TextTable(columns);
    for (ProductEntrance entrance : ProductEntrance.values()) {
      int[] sum = new int[InputOutcome.values().length];
      Map<String, int[]> kinds = tally.of(entrance);
      kinds.values().forEach(n -> Arrays.setAll(sum, i -> sum[i] + n[i]));
      table.row(row(entrance.name(), "(all)", sum));
      kinds.forEach((kind, n) -> table.row(row("", kind, n)));
    }
    out.println();
    table.print(out);
    out.println();
  }

  private static String[] row(String entrance, String kind, int[] counts) {
    String[] row = new String[3 + counts.length];
    row[0] = entrance;
    row[1] = kind;
    row[2] = Integer.toString(Arrays.stream(counts).sum());
    for (int i = 0; i < counts.length; i++) {
      row[3 + i] = counts[i] == 0 ? "" : Integer.toString(counts[i]);
    }
    return row;
  }

  /** The first quarter of the run and the last. */
  private void printProcesses(PrintWriter out) {
    TextTable table = new TextTable("PROCESS", "RSS MIB>", "LIVE HEAP MIB>", "THREADS>", "FILES>");
    watch.processes().forEach(process -> table.row(process.row()));
    table.print(out);
    out.println();
  }

  private void printLogged(PrintWriter out) {
    TextTable table = new TextTable("LOGGED", "COUNT>");
    watch.logged().entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(30)
        .forEach(entry -> table.row(entry.getKey(), entry.getValue().toString()));
    table.print(out);
    out.println();
  }
}
