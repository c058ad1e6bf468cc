package io.sightings.job.ask;

import io.sightings.engine.azure.call.CallCounts;
import io.sightings.engine.azure.client.FaceOperation;
import io.sightings.engine.azure.identify.Outcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.Supplier;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;

/** What was asked, what came of it, and what it cost. */
final class AskMetrics {
  private final Counter asked;
  private final Counter notWorthIt;
  private final Map<Outcome, Counter> outcomes = new EnumMap<>(Outcome.class);
  private final DoubleAdder paid = new DoubleAdder();

  /**
   * @param calls of all of this JVM, because the resources are shared by all of it
   */
  AskMetrics(MetricGroup group, Supplier<CallCounts> calls) {
    asked = group.counter("questionsAsked", new ThreadSafeSimpleCounter());
    notWorthIt = group.counter("questionsNotWorthIt", new ThreadSafeSimpleCounter());
    MetricGroup answers = group.addGroup("answers");
    for (Outcome outcome : Outcome.values()) {
      outcomes.put(outcome, answers.counter(outcome.name(), new ThreadSafeSimpleCounter()));
    }
    group.gauge("paidCalls", (Gauge<Double>) paid::sum);
    MetricGroup ofJvm = group.addGroup("azureCallsOfProcess");
    for (FaceOperation operation : FaceOperation.values()) {
      MetricGroup one = ofJvm.addGroup(operation.name());
      one.gauge("sent", (Gauge<Long>) () -> count(calls, operation).sent());
      one.gauge("paid", (Gauge<Long>) () -> count(calls, operation).paid());
      one.gauge("failed", (Gauge<Long>) () -> count(calls, operation).failed());
      one.gauge("throttled", (Gauge<Long>) () -> count(calls, operation).throttled());
    }
  }

  private static CallCounts.Count count(Supplier<CallCounts> calls, FaceOperation operation) {
    return calls.get().operations().getOrDefault(operation, new CallCounts.Count(0, 0, 0, 0));
  }

  void notWorthIt() {
    notWorthIt.inc();
  }

  void answered(Answer answer) {
    asked.inc();
    outcomes.get(answer.outcome()).inc();
    paid.add(answer.paidCalls());
  }
}
