package io.sightings.job.detect;

import io.sightings.job.admit.Delivery;

/** The models of this machine find the faces. */
final class LocalFinder implements FaceFinder {
  private final AnalyserPool pool;
  private final Detector detector;

  LocalFinder(AnalyserPool pool, Detector detector) {
    this.pool = pool;
    this.detector = detector;
  }

  @Override
  public void find(Delivery delivery, DetectionResult result) {
    pool.submit(delivery, analyser -> detector.detect(analyser, delivery), result);
  }

  @Override
  public void giveUp(Delivery delivery) {
    pool.giveUp(delivery);
  }

  @Override
  public void close() {
    pool.close();
  }
}
