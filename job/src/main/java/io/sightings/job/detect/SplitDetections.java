package io.sightings.job.detect;

import io.sightings.contract.RejectedFrame;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Sends rejected frames aside, which an asynchronous function cannot do itself. */
public final class SplitDetections extends ProcessFunction<Detection, SeenFrame> {
  private static final long serialVersionUID = 1L;

  private final OutputTag<RejectedFrame> rejected;

  public SplitDetections(OutputTag<RejectedFrame> rejected) {
    this.rejected = rejected;
  }

  @Override
  public void processElement(Detection detection, Context context, Collector<SeenFrame> out) {
    if (detection.rejected() != null) {
      context.output(rejected, detection.rejected());
    } else {
      out.collect(detection.frame());
    }
  }
}
