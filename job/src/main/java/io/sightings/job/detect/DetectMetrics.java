package io.sightings.job.detect;

import io.sightings.contract.RejectReason;
import io.sightings.engine.Analysis;
import io.sightings.job.metrics.StageTimer;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;

/** What the detect stage did. Counted from several workers. */
final class DetectMetrics {
  private final Counter analysed;
  private final Counter faces;
  private final Counter judgeable;
  private final Map<RejectReason, Counter> rejected = new EnumMap<>(RejectReason.class);
  private final StageTimer decode;
  private final StageTimer detect;
  private final StageTimer crop;

  DetectMetrics(MetricGroup group) {
    analysed = group.counter("framesAnalysed", new ThreadSafeSimpleCounter());
    faces = group.counter("facesDetected", new ThreadSafeSimpleCounter());
    judgeable = group.counter("facesJudgeable", new ThreadSafeSimpleCounter());
    MetricGroup reasons = group.addGroup("framesRejected");
    for (RejectReason reason : RejectReason.values()) {
      rejected.put(reason, reasons.counter(reason.name(), new ThreadSafeSimpleCounter()));
    }
    decode = new StageTimer(group, "decode");
    detect = new StageTimer(group, "detect");
    crop = new StageTimer(group, "crop");
  }

  void analysed(Analysis analysis) {
    analysed.inc();
    faces.inc(analysis.faces().size());
    judgeable.inc(analysis.faces().stream().filter(face -> face.quality().judgeable()).count());
    decode.took(analysis.timings().decode());
    detect.took(analysis.timings().detect());
    crop.took(analysis.timings().crop());
  }

  void rejected(RejectReason reason) {
    rejected.get(reason).inc();
  }
}
