package io.sightings.job.detect;

import io.sightings.contract.SourceKind;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.FaceEngine;
import io.sightings.engine.FrameAnalyser;
import io.sightings.engine.ShotSettings;
import io.sightings.engine.runtime.FaceEngines;
import io.sightings.job.settings.WorkSettings;
import io.sightings.job.work.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/** The threads that touch pixels, with an analyser for each. */
final class AnalyserPool implements AutoCloseable {
  private final FaceEngine engine;
  private final List<Analysers> all = new ArrayList<>();
  private final BlockingQueue<Analysers> idle;
  private final Workers workers;

  AnalyserPool(EngineSettings settings, ShotSettings shots, WorkSettings work) {
    engine = FaceEngines.acquire(settings);
    // One more than the workers: when their queue is full the caller does the work itself. And one
    // for the service's thread, which may find it full, too.
    for (int i = 0; i < work.threads() + 2; i++) {
      all.add(new Analysers(engine, shots));
    }
    idle = new ArrayBlockingQueue<>(all.size(), false, all);
    workers = new Workers("detect", work.threads(), work.capacity());
  }

  void submit(SourceKind kind, Consumer<FrameAnalyser> work) {
    workers.submit(
        () -> {
          Analysers mine = idle.remove();
          try {
            work.accept(mine.of(kind));
          } finally {
            idle.add(mine);
          }
        });
  }

  @Override
  public void close() {
    workers.close();
    all.forEach(Analysers::close);
    engine.close();
  }
}
