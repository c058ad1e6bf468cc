package io.sightings.job.admit;

import io.sightings.contract.FrameType;
import io.sightings.contract.RejectReason;
import io.sightings.contract.RejectedFrame;
import io.sightings.contract.codec.ReplayedFrame;
import java.time.Instant;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets each frame in once. It stands before detection, so that a repeated frame costs nothing and a
 * rejected one still has its bytes; and it is not keyed, so that frames are not shuffled: all
 * frames of a source are on one partition, and so pass one instance. Its marks are shared out to
 * all instances at a restart, because partitions may have moved.
 */
public final class AdmitFunction extends ProcessFunction<FrameRecord, FrameRecord>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(AdmitFunction.class);

  private final OutputTag<RejectedFrame> rejected;

  private transient SequenceMarks marks;
  private transient PartitionOffsets positions;
  private transient ReplayMarks replays;
  private transient ListState<SourceMark> savedMarks;
  private transient ListState<PartitionMark> savedPositions;
  private transient ListState<String> savedReplays;
  private transient Counter images;
  private transient Counter heartbeats;
  private transient Counter gaps;
  private transient Counter ends;
  private transient Counter duplicates;
  private transient Counter malformed;
  private transient Counter backInTime;
  private transient Counter farAhead;
  private transient Counter repeatedEpoch;
  private transient Counter replayed;
  private transient Counter deletedUnread;

  public AdmitFunction(OutputTag<RejectedFrame> rejected) {
    this.rejected = rejected;
  }

  @Override
  public void open(OpenContext context) {
    MetricGroup metrics = getRuntimeContext().getMetricGroup();
    images = metrics.counter("framesAdmitted");
    heartbeats = metrics.counter("heartbeatsAdmitted");
    gaps = metrics.counter("gapsAdmitted");
    ends = metrics.counter("endsAdmitted");
    duplicates = metrics.counter("framesDuplicate");
    malformed = metrics.counter("framesMalformed");
    backInTime = metrics.counter("framesBackInTime");
    farAhead = metrics.counter("framesFarAhead");
    repeatedEpoch = metrics.counter("framesOfRepeatedEpoch");
    replayed = metrics.counter("framesReplayed");
    deletedUnread = metrics.counter("recordsDeletedUnread");
  }

  @Override
  public void processElement(FrameRecord delivery, Context context, Collector<FrameRecord> out) {
    countMissing(delivery);
    if (delivery.fault() != null) {
      malformed.inc();
      context.output(rejected, delivery.reject(RejectReason.MALFORMED_HEADERS, delivery.fault()));
      return;
    }
    switch (admit(delivery)) {
      case NEW -> {
        counterOf(delivery.info().type()).inc();
        out.collect(delivery);
      }
      case DUPLICATE -> duplicates.inc();
      case REPEATED_EPOCH -> {
        repeatedEpoch.inc();
        reject(
            delivery,
            RejectReason.REPEATED_EPOCH,
            "after frames of higher numbers: epoch "
                + delivery.info().epoch()
                + " was used before; every run of a source needs one of its own",
            context);
      }
      case BACK_IN_TIME -> {
        backInTime.inc();
        reject(
            delivery,
            RejectReason.BACK_IN_TIME,
            "before an earlier frame of epoch " + delivery.info().epoch(),
            context);
      }
      case FAR_AHEAD -> {
        farAhead.inc();
        reject(
            delivery,
            RejectReason.FAR_AHEAD,
            "more than a day after the frame before it, and after it was published at "
                + published(delivery)
                + ": the source's clock is wrong",
            context);
      }
    }
  }

  private void reject(FrameRecord delivery, RejectReason reason, String detail, Context context) {
    String captured = "captured at " + delivery.info().capturedAt() + ", ";
    context.output(rejected, delivery.reject(reason, captured + detail));
  }

  /** Null if unknown. */
  private static @Nullable Instant published(FrameRecord delivery) {
    long timestamp = delivery.message().timestamp();
    return timestamp < 0 ? null : Instant.ofEpochMilli(timestamp);
  }

  /** A replay goes past the marks: what they know of its frame is that it was not analysed. */
  private SequenceMarks.Verdict admit(FrameRecord delivery) {
    String rejection = ReplayedFrame.rejection(delivery.message());
    if (rejection == null) {
      return marks.admit(delivery.info(), published(delivery));
    }
    if (!replays.admit(rejection)) {
      return SequenceMarks.Verdict.DUPLICATE;
    }
    replayed.inc();
    return SequenceMarks.Verdict.NEW;
  }

  private void countMissing(FrameRecord delivery) {
    long missing = positions.missingBefore(delivery);
    if (missing > 0) {
      deletedUnread.inc(missing);
      LOG.warn(
          "{} records before offset {} of {}-{} were deleted before they were read: raise the"
              + " topic's retention or the job's share of the machine",
          missing,
          delivery.offset(),
          delivery.topic(),
          delivery.partition());
    }
  }

  private Counter counterOf(FrameType type) {
    return switch (type) {
      case IMAGE -> images;
      case HEARTBEAT -> heartbeats;
      case GAP -> gaps;
      case ENDED -> ends;
    };
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    marks = new SequenceMarks();
    savedMarks = unionState(context, "marks", SourceMark.class);
    marks.restore(savedMarks.get());
    positions = new PartitionOffsets();
    savedPositions = unionState(context, "positions", PartitionMark.class);
    positions.restore(savedPositions.get());
    replays = new ReplayMarks();
    savedReplays = unionState(context, "replays", String.class);
    replays.restore(savedReplays.get());
  }

  private static <T> ListState<T> unionState(
      FunctionInitializationContext context, String name, Class<T> type) throws Exception {
    return context.getOperatorStateStore().getUnionListState(new ListStateDescriptor<>(name, type));
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    savedMarks.update(marks.all());
    savedPositions.update(positions.all());
    savedReplays.update(replays.all());
  }
}
