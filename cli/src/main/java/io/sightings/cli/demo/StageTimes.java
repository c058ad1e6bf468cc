package io.sightings.cli.demo;

import io.sightings.cluster.rest.JobVertices;
import io.sightings.toolkit.console.TextTable;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the job's time went, by stage: the counters whose names end in "Nanos".
 *
 * @param nanos sum over all workers, by stage
 * @param frames frames analysed
 */
record StageTimes(Map<String, Double> nanos, long frames) {
  private static final String SUFFIX = "Nanos";
  private static final String FRAMES = "framesAnalysed";

  static StageTimes read(JobVertices job) {
    Map<String, Double> sums = new TreeMap<>();
    job.metrics(id -> id.endsWith(SUFFIX) || name(id).equals(FRAMES))
        .forEach((id, value) -> sums.merge(name(id), value, Double::sum));
    Double frames = sums.remove(FRAMES);
    return new StageTimes(Map.copyOf(sums), frames == null ? 0 : frames.longValue());
  }

  /** Metrics are known as operator.group.name; only the name counts here. */
  private static String name(String id) {
    return id.substring(id.lastIndexOf('.') + 1);
  }

  void print(PrintWriter out) {
    double all = nanos.values().stream().mapToDouble(Double::doubleValue).sum();
    if (all == 0 || frames == 0) {
      return;
    }
    List<Map.Entry<String, Double>> slowestFirst =
        nanos.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .toList();
    TextTable table = new TextTable("STAGE", "TIME>", "SHARE>", "PER FRAME>");
    for (Map.Entry<String, Double> stage : slowestFirst) {
      table.row(
          stage.getKey().substring(0, stage.getKey().length() - SUFFIX.length()),
          String.format(Locale.ROOT, "%.2f s", stage.getValue() / 1e9),
          String.format(Locale.ROOT, "%.0f %%", 100 * stage.getValue() / all),
          String.format(Locale.ROOT, "%.2f ms", stage.getValue() / 1e6 / frames));
    }
    table.print(out);
  }
}
