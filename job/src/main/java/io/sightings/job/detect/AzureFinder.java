package io.sightings.job.detect;

import io.sightings.contract.RejectReason;
import io.sightings.contract.SourceKind;
import io.sightings.contract.image.ImageChecker;
import io.sightings.contract.image.UnreadableImageException;
import io.sightings.engine.azure.call.CallOptions;
import io.sightings.engine.azure.call.Priority;
import io.sightings.engine.azure.identify.AzureDetection;
import io.sightings.engine.azure.identify.AzureDetector;
import io.sightings.engine.azure.identify.Outcome;
import io.sightings.job.admit.Delivery;

/**
 * The service finds the faces, at the price of a call for each frame; what they look like is found
 * out here all the same, so that strangers have stable ids.
 */
final class AzureFinder implements FaceFinder {
  private final AzureDetector service;
  private final AnalyserPool pool;
  private final Detector detector;
  private final ImageChecker checker;

  AzureFinder(AzureDetector service, AnalyserPool pool, Detector detector, ImageChecker checker) {
    this.service = service;
    this.checker = checker;
    this.pool = pool;
    this.detector = detector;
  }

  @Override
  public void find(Delivery delivery, DetectionResult result) {
    try {
      // The service is paid for looking, whatever it is shown.
      checker.check(delivery.message().value());
    } catch (UnreadableImageException e) {
      result.detected(Detector.rejected(delivery, e));
      return;
    }
    boolean live = delivery.info().source().kind() == SourceKind.LIVE;
    CallOptions options =
        live ? service.options(Priority.NEW) : service.patientOptions(Priority.NEW);
    var unused =
        service
            .detect(delivery.message().value(), options)
            .whenComplete(
                (found, failure) -> {
                  if (failure == null) {
                    found(delivery, found, result);
                  } else {
                    result.detected(detector.failed(delivery, "the service's client", failure));
                  }
                });
  }

  private void found(Delivery delivery, AzureDetection found, DetectionResult result) {
    if (found.failure().isEmpty()) {
      pool.submit(delivery, analyser -> detector.detect(analyser, delivery, found.faces()), result);
      return;
    }
    boolean picture = found.trouble() == Outcome.BAD_IMAGE;
    RejectReason reason = picture ? RejectReason.UNREADABLE_IMAGE : RejectReason.SERVICE_FAILURE;
    result.detected(Detector.rejected(delivery, reason, found.text()));
  }

  @Override
  public void giveUp(Delivery delivery) {
    pool.giveUp(delivery);
  }

  @Override
  public void close() {
    service.close();
    pool.close();
  }
}
