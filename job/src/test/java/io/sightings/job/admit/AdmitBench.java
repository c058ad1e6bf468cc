package io.sightings.job.admit;

import io.sightings.contract.RejectedFrame;
import io.sightings.job.Metered;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Admission as one instance, and restored as several. */
abstract class AdmitBench {
  static final OutputTag<RejectedFrame> REJECTED = new OutputTag<>("rejected") {};

  final Metered metered = new Metered();
  OneInputStreamOperatorTestHarness<FrameRecord, FrameRecord> admit;

  @BeforeEach
  void open() throws Exception {
    admit = new OneInputStreamOperatorTestHarness<>(operator(), metered.environment());
    admit.open();
  }

  @AfterEach
  void close() throws Exception {
    admit.close();
  }

  static OneInputStreamOperatorTestHarness<FrameRecord, FrameRecord> restored(
      OperatorSubtaskState state, int before, int after, int instance) throws Exception {
    var harness = new OneInputStreamOperatorTestHarness<>(operator(), 8, after, instance);
    harness.initializeState(
        AbstractStreamOperatorTestHarness.repartitionOperatorState(
            state, 8, before, after, instance));
    harness.open();
    return harness;
  }

  static ProcessOperator<FrameRecord, FrameRecord> operator() {
    return new ProcessOperator<>(new AdmitFunction(REJECTED));
  }

  void receive(FrameRecord... deliveries) throws Exception {
    for (FrameRecord delivery : deliveries) {
      admit.processElement(delivery, 0);
    }
  }

  List<RejectedFrame> rejected() {
    var all = admit.getSideOutput(REJECTED);
    return all == null ? List.of() : all.stream().map(StreamRecord::getValue).toList();
  }

  static List<Long> sequences(OneInputStreamOperatorTestHarness<FrameRecord, FrameRecord> from) {
    return from.extractOutputValues().stream().map(admitted -> admitted.info().sequence()).toList();
  }
}
