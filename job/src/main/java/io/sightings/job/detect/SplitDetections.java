package io.sightings.job.detect;

import io.sightings.contract.FrameType;
import io.sightings.contract.RejectReason;
import io.sightings.contract.RejectedFrame;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Sends rejected frames aside, which an asynchronous function cannot do itself, and counts what
 * became of every frame: here each one passes once, whether the worker or the timeout was faster.
 */
public final class SplitDetections extends ProcessFunction<DetectResult, SeenFrame> {
  private static final long serialVersionUID = 1L;

  private final OutputTag<RejectedFrame> rejected;

  private transient Counter seen;
  private transient Map<RejectReason, Counter> refused;

  public SplitDetections(OutputTag<RejectedFrame> rejected) {
    this.rejected = rejected;
  }

  @Override
  public void open(OpenContext context) {
    MetricGroup metrics = getRuntimeContext().getMetricGroup();
    seen = metrics.counter("framesSeen");
    MetricGroup reasons = metrics.addGroup("framesRejected");
    refused = new EnumMap<>(RejectReason.class);
    for (RejectReason reason : RejectReason.values()) {
      refused.put(reason, reasons.counter(reason.name()));
    }
  }

  @Override
  public void processElement(DetectResult detection, Context context, Collector<SeenFrame> out) {
    if (detection.rejected() != null) {
      refused.get(detection.rejected().reason()).inc();
      context.output(rejected, detection.rejected());
    } else {
      if (detection.frame().info().type() == FrameType.IMAGE) {
        seen.inc();
      }
      out.collect(detection.frame());
    }
  }
}
