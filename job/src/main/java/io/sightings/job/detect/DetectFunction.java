package io.sightings.job.detect;

import io.sightings.contract.FrameType;
import io.sightings.contract.RejectReason;
import io.sightings.contract.image.ImageChecker;
import io.sightings.engine.FaceEngine;
import io.sightings.engine.azure.identify.AzureDetector;
import io.sightings.engine.runtime.FaceEngines;
import io.sightings.job.admit.Delivery;
import io.sightings.job.quarantine.AttemptJournal;
import io.sightings.job.quarantine.AttemptJournal.Stage;
import io.sightings.job.quarantine.StageAttempts;
import io.sightings.job.settings.JobSettings;
import io.sightings.job.settings.WorkSettings.By;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;

/**
 * Finds the faces of each frame. The only stage that touches pixels; they end here. A frame that
 * keeps ending processes, here or further on, is diverted here, where its bytes are.
 */
public final class DetectFunction extends RichAsyncFunction<Delivery, Detection>
    implements CheckpointListener {
  private static final long serialVersionUID = 1L;

  private final JobSettings settings;
  private final AttemptJournal journal;
  private final EngineSource engines;

  private transient FaceFinder finder;
  private transient StageAttempts attempts;
  private transient DivertedFrames diverted;
  private transient volatile boolean closed;

  public DetectFunction(JobSettings settings, AttemptJournal journal) {
    this(settings, journal, FaceEngines::acquire);
  }

  DetectFunction(JobSettings settings, AttemptJournal journal, EngineSource engines) {
    this.settings = settings;
    this.journal = journal;
    this.engines = engines;
  }

  @Override
  public void open(OpenContext context) {
    // Read while the engine loads.
    attempts = journal.open(Stage.DETECT, getRuntimeContext());
    diverted = new DivertedFrames();
    DetectMetrics metrics = new DetectMetrics(getRuntimeContext().getMetricGroup());
    Detector detector = new Detector(metrics);
    FaceEngine engine = engines.acquire(settings.engine());
    boolean service = settings.detect().by() == By.AZURE;
    AnalyserPool pool =
        new AnalyserPool(
            engine,
            !service && settings.asks() ? settings.azure().identify().shots() : null,
            settings.detect(),
            attempts,
            metrics);
    finder =
        service
            ? new AzureFinder(
                AzureDetector.open(settings.azure(), settings.asks()),
                pool,
                detector,
                new ImageChecker(settings.engine().image().bounds()))
            : new LocalFinder(pool, detector);
  }

  @Override
  public void asyncInvoke(Delivery delivery, ResultFuture<Detection> result) {
    if (delivery.info().type() != FrameType.IMAGE) {
      complete(result, new Detection(new SeenFrame(delivery.info(), 0, 0, List.of()), null));
      return;
    }
    byte[] image = delivery.message().value();
    if (image == null || image.length == 0) {
      // A service would be paid for looking, and an engine might stumble over it.
      complete(
          result, Detector.rejected(delivery, RejectReason.EMPTY_IMAGE, "the image has no bytes"));
      return;
    }
    var unused =
        attempts
            .verdict(delivery.info().id())
            .thenAccept(verdict -> judged(delivery, verdict, result));
  }

  private void judged(Delivery delivery, Optional<String> verdict, ResultFuture<Detection> result) {
    if (verdict.isPresent()) {
      diverted.add(delivery.info().id());
      complete(
          result, Detector.rejected(delivery, RejectReason.QUARANTINED, verdict.orElseThrow()));
      return;
    }
    finder.find(
        delivery,
        new DetectionResult() {
          @Override
          public void detected(Detection detection) {
            complete(result, detection);
          }

          @Override
          public void failed(Throwable failure) {
            result.completeExceptionally(failure);
          }
        });
  }

  @Override
  public void timeout(Delivery delivery, ResultFuture<Detection> result) {
    if (finder != null) {
      finder.giveUp(delivery);
    }
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
  public void notifyCheckpointComplete(long checkpointId) {
    diverted.checkpointed().forEach(attempts::forget);
  }

  @Override
  public void close() {
    closed = true;
    if (finder != null) {
      finder.close();
    }
    if (attempts != null) {
      attempts.close();
    }
  }
}
