package io.sightings.job.detect;

import io.sightings.contract.RejectReason;
import io.sightings.engine.FaceEngine;
import io.sightings.engine.FrameAnalyser;
import io.sightings.engine.ShotSettings;
import io.sightings.job.admit.FrameRecord;
import io.sightings.job.quarantine.StageAttempts;
import io.sightings.job.settings.WorkSettings;
import io.sightings.job.work.AnnouncedWorkers;
import io.sightings.job.work.WorkerPool;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The threads that touch pixels, with an analyser for each. */
final class AnalyserPool implements AutoCloseable {
  private final FaceEngine engine;
  private final @Nullable ShotSettings shots;
  private final DetectMetrics metrics;
  private final Queue<WorkerAnalysers> idle = new ConcurrentLinkedQueue<>();
  private final AnnouncedWorkers<FrameRecord> workers;

  /**
   * @param engine closed with this pool
   * @param shots of faces that a service may be asked about; null for none
   */
  AnalyserPool(
      FaceEngine engine,
      @Nullable ShotSettings shots,
      WorkSettings work,
      StageAttempts attempts,
      DetectMetrics metrics) {
    this.engine = engine;
    this.shots = shots;
    this.metrics = metrics;
    // Those of spare workers are made when one is needed.
    for (int i = 0; i < work.threads(); i++) {
      idle.add(new WorkerAnalysers(engine, shots));
    }
    workers =
        new AnnouncedWorkers<>(
            new WorkerPool("detect", work.threads(), work.spareWorkers(), this::free), attempts);
    metrics.workersStuck(workers::stuck);
  }

  /** Analyses a picture in another thread, as soon as one is free. */
  void submit(
      FrameRecord delivery, Function<FrameAnalyser, DetectResult> look, DetectionResult result) {
    workers.submit(
        delivery,
        delivery.info().id(),
        new AnnouncedWorkers.Work(
            () -> result.detected(look(delivery, look)),
            stuck -> result.detected(refused(delivery, stuck)),
            result::failed));
  }

  private DetectResult look(FrameRecord delivery, Function<FrameAnalyser, DetectResult> look) {
    WorkerAnalysers free = idle.poll();
    WorkerAnalysers mine = free == null ? new WorkerAnalysers(engine, shots) : free;
    try {
      return look.apply(mine.of(delivery.info().source().kind()));
    } finally {
      idle.add(mine);
    }
  }

  private DetectResult refused(FrameRecord delivery, int stuck) {
    metrics.refused();
    return FrameDetector.rejected(
        delivery, RejectReason.ENGINE_FAILURE, stuck + " workers are stuck and none is left");
  }

  /** The picture's result is not waited for any more. */
  void giveUp(FrameRecord delivery) {
    workers.giveUp(delivery);
  }

  private void free() {
    idle.forEach(WorkerAnalysers::close);
    engine.close();
  }

  @Override
  public void close() {
    workers.close();
  }
}
