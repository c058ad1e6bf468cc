package io.sightings.job.detect;

import io.sightings.contract.SourceKind;
import io.sightings.contract.image.ImageChecker;
import io.sightings.contract.image.UnreadableImageException;
import io.sightings.job.admit.FrameRecord;

/**
 * The service finds the faces, at the price of a call for each frame; what they look like is found
 * out here all the same, so that strangers have stable ids.
 */
final class RemoteFaceFinder implements FaceFinder {
  private final RemoteDetector service;
  private final AnalyserPool pool;
  private final FrameDetector detector;
  private final ImageChecker checker;

  RemoteFaceFinder(
      RemoteDetector service, AnalyserPool pool, FrameDetector detector, ImageChecker checker) {
    this.service = service;
    this.checker = checker;
    this.pool = pool;
    this.detector = detector;
  }

  @Override
  public void find(FrameRecord delivery, DetectionResult result) {
    try {
      // The service charges for every picture, also for an unreadable one.
      checker.check(delivery.message().value());
    } catch (UnreadableImageException e) {
      result.detected(FrameDetector.rejected(delivery, e));
      return;
    }
    boolean live = delivery.info().source().kind() == SourceKind.LIVE;
    var unused =
        service
            .detect(delivery.message().value(), live)
            .whenComplete(
                (answer, failure) -> {
                  if (failure == null) {
                    found(delivery, answer, result);
                  } else {
                    result.detected(detector.failed(delivery, "the service's client", failure));
                  }
                });
  }

  private void found(FrameRecord delivery, RemoteDetector.Answer answer, DetectionResult result) {
    if (answer.rejection() == null) {
      pool.submit(
          delivery, analyser -> detector.detect(analyser, delivery, answer.faces()), result);
    } else {
      result.detected(FrameDetector.rejected(delivery, answer.rejection(), answer.text()));
    }
  }

  @Override
  public void giveUp(FrameRecord delivery) {
    pool.giveUp(delivery);
  }

  @Override
  public void close() {
    service.close();
    pool.close();
  }
}
