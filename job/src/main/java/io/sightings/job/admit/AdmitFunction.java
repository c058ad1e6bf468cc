package io.sightings.job.admit;

import io.sightings.contract.FrameType;
import io.sightings.contract.RejectReason;
import io.sightings.contract.RejectedFrame;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Lets each frame in once. It stands before detection, so that a repeated frame costs nothing and a
 * rejected one still has its bytes; and it is not keyed, so that frames are not shuffled: all
 * frames of a source are on one partition, and so pass one instance. Its marks are shared out to
 * all instances at a restart, because partitions may have moved.
 */
public final class AdmitFunction extends ProcessFunction<Delivery, Delivery>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  private final OutputTag<RejectedFrame> rejected;

  private transient Marks marks;
  private transient ListState<SourceMark> saved;
  private transient Counter images;
  private transient Counter heartbeats;
  private transient Counter ends;
  private transient Counter duplicates;
  private transient Counter malformed;
  private transient Counter backInTime;

  public AdmitFunction(OutputTag<RejectedFrame> rejected) {
    this.rejected = rejected;
  }

  @Override
  public void open(OpenContext context) {
    MetricGroup metrics = getRuntimeContext().getMetricGroup();
    images = metrics.counter("framesAdmitted");
    heartbeats = metrics.counter("heartbeatsAdmitted");
    ends = metrics.counter("endsAdmitted");
    duplicates = metrics.counter("framesDuplicate");
    malformed = metrics.counter("framesMalformed");
    backInTime = metrics.counter("framesBackInTime");
  }

  @Override
  public void processElement(Delivery delivery, Context context, Collector<Delivery> out) {
    if (delivery.fault() != null) {
      malformed.inc();
      context.output(rejected, delivery.reject(RejectReason.MALFORMED_HEADERS, delivery.fault()));
      return;
    }
    switch (marks.admit(delivery.info())) {
      case NEW -> {
        counterOf(delivery.info().type()).inc();
        out.collect(delivery);
      }
      case DUPLICATE -> duplicates.inc();
      case BACK_IN_TIME -> {
        backInTime.inc();
        context.output(
            rejected,
            delivery.reject(
                RejectReason.BACK_IN_TIME,
                "captured at "
                    + delivery.info().capturedAt()
                    + ", before an earlier frame of epoch "
                    + delivery.info().epoch()));
      }
    }
  }

  private Counter counterOf(FrameType type) {
    return switch (type) {
      case IMAGE -> images;
      case HEARTBEAT -> heartbeats;
      case ENDED -> ends;
    };
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    marks = new Marks();
    saved =
        context
            .getOperatorStateStore()
            .getUnionListState(new ListStateDescriptor<>("marks", SourceMark.class));
    marks.restore(saved.get());
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    saved.update(marks.all());
  }
}
