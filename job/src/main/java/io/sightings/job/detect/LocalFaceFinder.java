package io.sightings.job.detect;

import io.sightings.job.admit.FrameRecord;

/** The models of this machine find the faces. */
final class LocalFaceFinder implements FaceFinder {
  private final AnalyserPool pool;
  private final FrameDetector detector;

  LocalFaceFinder(AnalyserPool pool, FrameDetector detector) {
    this.pool = pool;
    this.detector = detector;
  }

  @Override
  public void find(FrameRecord delivery, DetectionResult result) {
    pool.submit(delivery, analyser -> detector.detect(analyser, delivery), result);
  }

  @Override
  public void giveUp(FrameRecord delivery) {
    pool.giveUp(delivery);
  }

  @Override
  public void close() {
    pool.close();
  }
}
