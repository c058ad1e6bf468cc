package io.sightings.job.identify.remote;

import io.sightings.contract.InquiryOutcome;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.atomic.DoubleAdder;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;

/** What was asked, what came of it, and what it cost. */
final class RemoteIdentifyMetrics {
  private final Counter asked;
  private final Counter notWorthIt;
  private final Map<InquiryOutcome, Counter> outcomes = new EnumMap<>(InquiryOutcome.class);
  private final DoubleAdder paid = new DoubleAdder();

  RemoteIdentifyMetrics(MetricGroup group) {
    asked = group.counter("questionsAsked", new ThreadSafeSimpleCounter());
    notWorthIt = group.counter("questionsNotWorthIt", new ThreadSafeSimpleCounter());
    MetricGroup answers = group.addGroup("answers");
    for (InquiryOutcome outcome : EnumSet.complementOf(EnumSet.of(InquiryOutcome.PENDING))) {
      outcomes.put(outcome, answers.counter(outcome.name(), new ThreadSafeSimpleCounter()));
    }
    group.gauge("paidCalls", (Gauge<Double>) paid::sum);
  }

  void notWorthIt() {
    notWorthIt.inc();
  }

  void answered(IdentifyResult answer) {
    asked.inc();
    outcomes.get(answer.outcome()).inc();
    paid.add(answer.paidCalls());
  }
}
