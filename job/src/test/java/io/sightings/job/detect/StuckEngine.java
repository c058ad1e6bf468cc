package io.sightings.job.detect;

import io.sightings.engine.EngineSettings;
import io.sightings.engine.FaceEmbedder;
import io.sightings.engine.FaceEngine;
import io.sightings.engine.FrameAnalyser;
import io.sightings.engine.FrameAnalysis;
import io.sightings.engine.LocatedFace;
import io.sightings.engine.ShotSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/** Finds no faces, and on one picture never ends, as native code that no interrupt reaches. */
final class StuckEngine implements FaceEngine {
  static final byte[] BOMB = {'b', 'o', 'm', 'b'};
  static final CountDownLatch RELEASE = new CountDownLatch(1);
  static final Queue<String> THREADS = new ConcurrentLinkedQueue<>();
  static final Queue<Long> STUCK_SINCE = new ConcurrentLinkedQueue<>();

  static FaceEngine acquire(EngineSettings settings) {
    return new StuckEngine();
  }

  @Override
  public FrameAnalyser newAnalyser(ShotSettings shots) {
    return new FrameAnalyser() {
      @Override
      public FrameAnalysis analyse(byte[] image) {
        THREADS.add(Thread.currentThread().getName());
        if (Arrays.equals(image, BOMB)) {
          STUCK_SINCE.add(System.currentTimeMillis());
          awaitRelease();
        }
        return new FrameAnalysis(640, 480, List.of(), new FrameAnalysis.Timings(1, 1, 1));
      }

      @Override
      public FrameAnalysis analyse(byte[] image, List<LocatedFace> found) {
        return analyse(image);
      }

      @Override
      public void close() {}
    };
  }

  private static void awaitRelease() {
    while (RELEASE.getCount() > 0) {
      try {
        RELEASE.await();
      } catch (InterruptedException e) {
        // Goes on.
      }
    }
  }

  @Override
  public FrameAnalyser newPhotoAnalyser(ShotSettings shots) {
    return newAnalyser(shots);
  }

  @Override
  public FaceEmbedder embedder() {
    throw new UnsupportedOperationException("nothing is embedded");
  }

  @Override
  public String detectorName() {
    return "stuck";
  }

  @Override
  public Optional<String> notice() {
    return Optional.empty();
  }

  @Override
  public void close() {}
}
