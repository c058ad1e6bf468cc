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
import java.util.function.Consumer;

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
  public void find(Delivery delivery, Consumer<Detection> done) {
    try {
      // The service is paid for looking, whatever it is shown.
      checker.check(delivery.message().value());
    } catch (UnreadableImageException e) {
      done.accept(Detector.rejected(delivery, e));
      return;
    }
    boolean live = delivery.info().source().kind() == SourceKind.LIVE;
    CallOptions options =
        live ? service.options(Priority.NEW) : service.patientOptions(Priority.NEW);
    service
        .detect(delivery.message().value(), options)
        .thenAccept(found -> found(delivery, found, done));
  }

  private void found(Delivery delivery, AzureDetection found, Consumer<Detection> done) {
    if (found.failure().isEmpty()) {
      pool.submit(
          delivery.info().source().kind(),
          analyser -> done.accept(detector.detect(analyser, delivery, found.faces())));
      return;
    }
    boolean picture = found.trouble() == Outcome.BAD_IMAGE;
    RejectReason reason = picture ? RejectReason.UNREADABLE_IMAGE : RejectReason.SERVICE_FAILURE;
    done.accept(Detector.rejected(delivery, reason, found.text()));
  }

  @Override
  public void close() {
    service.close();
    pool.close();
  }
}
