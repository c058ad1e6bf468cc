package io.sightings.job.detect;

import io.sightings.engine.FrameAnalysis;
import io.sightings.job.metrics.StageTimer;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;

/**
 * The work the detect stage did, counted from several workers. It includes work whose result came
 * too late; what became of the frames is counted where they leave the stage.
 */
final class DetectMetrics {
  private final Counter analysed;
  private final Counter faces;
  private final Counter judgeable;
  private final StageTimer decode;
  private final StageTimer detect;
  private final StageTimer crop;
  private final Counter refused;
  private final MetricGroup group;

  DetectMetrics(MetricGroup group) {
    analysed = group.counter("framesAnalysed", new ThreadSafeSimpleCounter());
    faces = group.counter("facesDetected", new ThreadSafeSimpleCounter());
    judgeable = group.counter("facesJudgeable", new ThreadSafeSimpleCounter());
    decode = new StageTimer(group, "decode");
    detect = new StageTimer(group, "detect");
    crop = new StageTimer(group, "crop");
    refused = group.counter("framesWithoutWorker", new ThreadSafeSimpleCounter());
    this.group = group;
  }

  /** A frame failed at once, because all workers are stuck. */
  void refused() {
    refused.inc();
  }

  void workersStuck(Gauge<Integer> stuck) {
    group.gauge("workersStuck", stuck);
  }

  void analysed(FrameAnalysis analysis) {
    analysed.inc();
    faces.inc(analysis.faces().size());
    judgeable.inc(analysis.faces().stream().filter(face -> face.quality().judgeable()).count());
    decode.took(analysis.timings().decode());
    detect.took(analysis.timings().detect());
    crop.took(analysis.timings().crop());
  }
}
