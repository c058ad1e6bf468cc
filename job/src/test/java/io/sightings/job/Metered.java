package io.sightings.job;

import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.metrics.groups.InternalOperatorMetricGroup;
import org.apache.flink.runtime.metrics.util.InterceptingOperatorMetricGroup;
import org.apache.flink.runtime.metrics.util.InterceptingTaskMetricGroup;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;

/** A place for one operator to run in, whose counters can be read. */
public final class Metered {
  private final InterceptingOperatorMetricGroup metrics = new InterceptingOperatorMetricGroup();

  public MockEnvironment environment() {
    return new MockEnvironmentBuilder()
        .setMaxParallelism(1)
        .setParallelism(1)
        .setSubtaskIndex(0)
        .setMetricGroup(
            new InterceptingTaskMetricGroup() {
              @Override
              public InternalOperatorMetricGroup getOrAddOperator(
                  OperatorID id, String name, Map<String, String> variables) {
                return metrics;
              }
            })
        .build();
  }

  public long count(String counter) {
    return ((Counter) metrics.get(counter)).getCount();
  }
}
