package io.sightings.job.detect;

import io.sightings.contract.FrameType;
import io.sightings.contract.RejectReason;
import io.sightings.contract.SourceKind;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.FaceEngine;
import io.sightings.engine.runtime.FaceEngines;
import io.sightings.job.admit.Delivery;
import io.sightings.job.settings.WorkSettings;
import io.sightings.job.work.Workers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;

/** Finds the faces of each frame. The only stage that touches pixels; they end here. */
public final class DetectFunction extends RichAsyncFunction<Delivery, Detection> {
  private static final long serialVersionUID = 1L;

  private final EngineSettings engineSettings;
  private final WorkSettings work;

  private transient FaceEngine engine;
  private transient List<Analysers> analysers;
  private transient BlockingQueue<Analysers> idle;
  private transient Workers workers;
  private transient Detector detector;

  public DetectFunction(EngineSettings engineSettings, WorkSettings work) {
    this.engineSettings = engineSettings;
    this.work = work;
  }

  @Override
  public void open(OpenContext context) {
    detector = new Detector(new DetectMetrics(getRuntimeContext().getMetricGroup()));
    engine = FaceEngines.acquire(engineSettings);
    analysers = new ArrayList<>();
    // One more than the workers: when their queue is full the caller does the work itself.
    for (int i = 0; i < work.threads() + 1; i++) {
      analysers.add(new Analysers(engine));
    }
    idle = new ArrayBlockingQueue<>(analysers.size(), false, analysers);
    workers = new Workers("detect", work.threads(), work.capacity());
  }

  @Override
  public void asyncInvoke(Delivery delivery, ResultFuture<Detection> result) {
    if (delivery.info().type() != FrameType.IMAGE) {
      complete(result, new Detection(new SeenFrame(delivery.info(), 0, 0, List.of()), null));
      return;
    }
    workers.submit(
        () -> {
          Analysers mine = idle.remove();
          try {
            SourceKind kind = delivery.info().source().kind();
            complete(result, detector.detect(mine.of(kind), delivery));
          } finally {
            idle.add(mine);
          }
        });
  }

  @Override
  public void timeout(Delivery delivery, ResultFuture<Detection> result) {
    complete(
        result,
        Detector.rejected(
            delivery,
            RejectReason.ENGINE_FAILURE,
            "no result within " + work.timeout().toMillis() + " ms"));
  }

  private static void complete(ResultFuture<Detection> result, Detection detection) {
    result.complete(Collections.singleton(detection));
  }

  @Override
  public void close() {
    if (workers != null) {
      workers.close();
    }
    if (analysers != null) {
      analysers.forEach(Analysers::close);
    }
    if (engine != null) {
      engine.close();
    }
  }
}
