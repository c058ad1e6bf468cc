package io.sightings.job.detect;

import io.sightings.job.admit.Delivery;
import java.util.function.Consumer;

/** The models of this machine find the faces. */
final class LocalFinder implements FaceFinder {
  private final AnalyserPool pool;
  private final Detector detector;

  LocalFinder(AnalyserPool pool, Detector detector) {
    this.pool = pool;
    this.detector = detector;
  }

  @Override
  public void find(Delivery delivery, Consumer<Detection> done) {
    pool.submit(
        delivery.info().source().kind(),
        analyser -> done.accept(detector.detect(analyser, delivery)));
  }

  @Override
  public void close() {
    pool.close();
  }
}
