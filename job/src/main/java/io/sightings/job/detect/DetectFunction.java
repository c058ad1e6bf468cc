package io.sightings.job.detect;

import io.sightings.contract.FrameType;
import io.sightings.contract.RejectReason;
import io.sightings.contract.image.ImageChecker;
import io.sightings.engine.azure.identify.AzureDetector;
import io.sightings.job.admit.Delivery;
import io.sightings.job.settings.JobSettings;
import io.sightings.job.settings.WorkSettings.By;
import java.util.Collections;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;

/** Finds the faces of each frame. The only stage that touches pixels; they end here. */
public final class DetectFunction extends RichAsyncFunction<Delivery, Detection> {
  private static final long serialVersionUID = 1L;

  private final JobSettings settings;

  private transient FaceFinder finder;
  private transient volatile boolean closed;

  public DetectFunction(JobSettings settings) {
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    Detector detector = new Detector(new DetectMetrics(getRuntimeContext().getMetricGroup()));
    if (settings.detect().by() == By.AZURE) {
      AnalyserPool pool = new AnalyserPool(settings.engine(), null, settings.detect());
      finder =
          new AzureFinder(
              AzureDetector.open(settings.azure(), settings.asks()),
              pool,
              detector,
              new ImageChecker(settings.engine().image().bounds()));
    } else {
      AnalyserPool pool =
          new AnalyserPool(
              settings.engine(),
              settings.asks() ? settings.azure().identify().shots() : null,
              settings.detect());
      finder = new LocalFinder(pool, detector);
    }
  }

  @Override
  public void asyncInvoke(Delivery delivery, ResultFuture<Detection> result) {
    if (delivery.info().type() != FrameType.IMAGE) {
      complete(result, new Detection(new SeenFrame(delivery.info(), 0, 0, List.of()), null));
      return;
    }
    byte[] image = delivery.message().value();
    if (image == null || image.length == 0) {
      // Whoever finds the faces might be paid for looking, or stumble over it.
      complete(
          result, Detector.rejected(delivery, RejectReason.EMPTY_IMAGE, "the image has no bytes"));
      return;
    }
    finder.find(delivery, detection -> complete(result, detection));
  }

  @Override
  public void timeout(Delivery delivery, ResultFuture<Detection> result) {
    complete(
        result,
        Detector.rejected(
            delivery,
            RejectReason.ENGINE_FAILURE,
            "no result within " + settings.detectTimeout().toMillis() + " ms"));
  }

  private void complete(ResultFuture<Detection> result, Detection detection) {
    // A service may answer after the task has ended; the frame is read again then.
    if (!closed) {
      result.complete(Collections.singleton(detection));
    }
  }

  @Override
  public void close() {
    closed = true;
    if (finder != null) {
      finder.close();
    }
  }
}
