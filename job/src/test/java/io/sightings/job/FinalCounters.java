package io.sightings.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.testutils.InMemoryReporter;

/** What a job had counted when it ended. */
final class FinalCounters {
  private final Map<String, Long> counters = new HashMap<>();

  FinalCounters(InMemoryReporter reporter) {
    reporter
        .getMetricsByGroup()
        .forEach((group, metrics) -> metrics.forEach((name, metric) -> note(group, name, metric)));
  }

  private void note(MetricGroup group, String name, Metric metric) {
    if (metric instanceof Counter counter) {
      counters.put(group.getMetricIdentifier(name), counter.getCount());
    }
  }

  /** Sum of a counter over both instances of a stage. */
  long sum(String stage, String counter) {
    Pattern name = Pattern.compile(".*\\." + stage + "\\.\\d+\\." + counter);
    List<Long> instances =
        counters.entrySet().stream()
            .filter(each -> name.matcher(each.getKey()).matches())
            .map(Map.Entry::getValue)
            .toList();
    assertThat(instances).as(stage + " " + counter).hasSize(2);
    return instances.stream().mapToLong(Long::longValue).sum();
  }
}
