package io.sightings.job.detect;

import io.sightings.contract.FrameType;
import io.sightings.contract.RejectReason;
import io.sightings.contract.image.ImageChecker;
import io.sightings.engine.FaceEngine;
import io.sightings.engine.runtime.FaceEngines;
import io.sightings.job.admit.FrameRecord;
import io.sightings.job.quarantine.AttemptJournal;
import io.sightings.job.quarantine.AttemptJournal.Stage;
import io.sightings.job.quarantine.StageAttempts;
import io.sightings.job.settings.JobSettings;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.jspecify.annotations.Nullable;

/**
 * Finds the faces of each frame. The only stage that touches pixels; they end here. A frame that
 * keeps ending processes, here or further on, is diverted here, where its bytes are.
 */
public final class DetectFunction extends RichAsyncFunction<FrameRecord, DetectResult>
    implements CheckpointListener {
  private static final long serialVersionUID = 1L;

  private final JobSettings settings;
  private final AttemptJournal journal;
  private final EngineSource engines;
  private final RemoteDetector.@Nullable Factory services;

  private transient FaceFinder finder;
  private transient StageAttempts attempts;
  private transient DivertedFrames diverted;
  private transient volatile boolean closed;

  /**
   * @param services opens the service that finds the faces; null if this job does
   */
  public DetectFunction(
      JobSettings settings, AttemptJournal journal, RemoteDetector.@Nullable Factory services) {
    this(settings, journal, services, FaceEngines::acquire);
  }

  DetectFunction(
      JobSettings settings,
      AttemptJournal journal,
      RemoteDetector.@Nullable Factory services,
      EngineSource engines) {
    this.settings = settings;
    this.journal = journal;
    this.services = services;
    this.engines = engines;
  }

  @Override
  public void open(OpenContext context) {
    // Read while the engine loads.
    attempts = journal.open(Stage.DETECT, getRuntimeContext());
    diverted = new DivertedFrames();
    DetectMetrics metrics = new DetectMetrics(getRuntimeContext().getMetricGroup());
    FrameDetector detector = new FrameDetector(metrics);
    FaceEngine engine = engines.acquire(settings.engine());
    AnalyserPool pool =
        new AnalyserPool(
            engine,
            services == null ? settings.shots().orElse(null) : null,
            settings.detect(),
            attempts,
            metrics);
    finder =
        services != null
            ? new RemoteFaceFinder(
                services.open(),
                pool,
                detector,
                new ImageChecker(settings.engine().image().bounds()))
            : new LocalFaceFinder(pool, detector);
  }

  @Override
  public void asyncInvoke(FrameRecord delivery, ResultFuture<DetectResult> result) {
    if (delivery.info().type() != FrameType.IMAGE) {
      complete(result, new DetectResult(new SeenFrame(delivery.info(), 0, 0, List.of()), null));
      return;
    }
    byte[] image = delivery.message().value();
    if (image == null || image.length == 0) {
      // A service would be paid for looking, and an engine might stumble over it.
      complete(
          result,
          FrameDetector.rejected(delivery, RejectReason.EMPTY_IMAGE, "the image has no bytes"));
      return;
    }
    var unused =
        attempts
            .verdict(delivery.info().id())
            .thenAccept(verdict -> judged(delivery, verdict, result));
  }

  private void judged(
      FrameRecord delivery, Optional<String> verdict, ResultFuture<DetectResult> result) {
    if (verdict.isPresent()) {
      diverted.add(delivery.info().id());
      complete(
          result,
          FrameDetector.rejected(delivery, RejectReason.QUARANTINED, verdict.orElseThrow()));
      return;
    }
    finder.find(
        delivery,
        new DetectionResult() {
          @Override
          public void detected(DetectResult detection) {
            complete(result, detection);
          }

          @Override
          public void failed(Throwable failure) {
            result.completeExceptionally(failure);
          }
        });
  }

  @Override
  public void timeout(FrameRecord delivery, ResultFuture<DetectResult> result) {
    if (finder != null) {
      finder.giveUp(delivery);
    }
    complete(
        result,
        FrameDetector.rejected(
            delivery,
            RejectReason.ENGINE_FAILURE,
            "no result within " + settings.detectTimeout().toMillis() + " ms"));
  }

  private void complete(ResultFuture<DetectResult> result, DetectResult detection) {
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
