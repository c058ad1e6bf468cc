package io.sightings.job.identify;

import io.sightings.engine.EngineSettings;
import io.sightings.engine.FaceEngine;
import io.sightings.engine.gallery.Gallery;
import io.sightings.engine.runtime.FaceEngines;
import io.sightings.job.quarantine.AttemptJournal;
import io.sightings.job.quarantine.AttemptJournal.Stage;
import io.sightings.job.quarantine.StageAttempts;
import io.sightings.job.settings.FaceIdentifySettings;
import io.sightings.job.track.TrackedFace;
import io.sightings.job.track.TrackedFrame;
import io.sightings.job.work.AnnouncedWorkers;
import io.sightings.job.work.FailureLog;
import io.sightings.job.work.WorkerPool;
import java.util.Collections;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.slf4j.LoggerFactory;

/**
 * Asks who the faces worth asking about are. Frames without such faces pass straight through. The
 * order is kept, because a source's clock must not run ahead of its faces.
 */
public final class IdentifyFunction extends RichAsyncFunction<TrackedFrame, IdentifiedFrame> {
  private static final long serialVersionUID = 1L;

  private final EngineSettings engineSettings;
  private final GallerySource gallerySource;
  private final FaceIdentifySettings settings;
  private final boolean thumbnails;
  private final AttemptJournal journal;

  private transient FaceEngine engine;
  private transient GallerySource.Lease people;
  private transient AnnouncedWorkers<TrackedFrame> workers;
  private transient StageAttempts attempts;
  private transient FaceIdentifier identifier;
  private transient FailureLog failures;
  private transient Counter givenUp;
  private transient Counter failed;
  private transient Counter refused;

  public IdentifyFunction(
      EngineSettings engineSettings,
      GallerySource gallerySource,
      FaceIdentifySettings settings,
      boolean thumbnails,
      AttemptJournal journal) {
    this.engineSettings = engineSettings;
    this.gallerySource = gallerySource;
    this.settings = settings;
    this.thumbnails = thumbnails;
    this.journal = journal;
  }

  @Override
  public void open(OpenContext context) throws Exception {
    attempts = journal.open(Stage.IDENTIFY, getRuntimeContext());
    MetricGroup metrics = getRuntimeContext().getMetricGroup();
    givenUp = metrics.counter("framesIdentifyTimeout", new ThreadSafeSimpleCounter());
    failed = metrics.counter("framesIdentifyFailed", new ThreadSafeSimpleCounter());
    refused = metrics.counter("framesWithoutWorker", new ThreadSafeSimpleCounter());
    failures = new FailureLog(LoggerFactory.getLogger(IdentifyFunction.class));
    engine = FaceEngines.acquire(engineSettings);
    people = gallerySource.open(engine.embedder().model(), engine.embedder().dimension());
    // One number per JVM, shown by each of its instances.
    metrics.gauge("peopleLeftOut", (Gauge<Long>) people::leftOut);
    MatchScale scale = MatchScale.of(engine.embedder(), settings.falseMatchRate());
    identifier = new FaceIdentifier(engine.embedder(), scale, thumbnails, metrics);
    workers =
        new AnnouncedWorkers<>(
            // Native memory must not be freed under a call that is stuck.
            new WorkerPool("identify", settings.threads(), settings.spareWorkers(), engine::close),
            attempts);
    metrics.gauge("workersStuck", (Gauge<Integer>) workers::stuck);
  }

  @Override
  public void asyncInvoke(TrackedFrame frame, ResultFuture<IdentifiedFrame> result) {
    if (frame.faces().stream().noneMatch(TrackedFace::identify)) {
      result.complete(Collections.singleton(unanswered(frame)));
      return;
    }
    workers.submit(
        frame,
        frame.info().id(),
        new AnnouncedWorkers.Work(
            () -> result.complete(Collections.singleton(identified(frame))),
            stuck -> {
              refused.inc();
              result.complete(Collections.singleton(unanswered(frame)));
            },
            result::completeExceptionally));
  }

  private IdentifiedFrame identified(TrackedFrame frame) {
    // Not guarded: a gallery that no longer follows its topic is mended by a restart only.
    Gallery gallery = people.gallery();
    try {
      return identifier.identify(frame, gallery);
    } catch (RuntimeException e) {
      // The engine's failure on one face must not stop the next one.
      failed.inc();
      failures.unexpected("On " + frame.info().id() + ", the embedder failed", e);
      return unanswered(frame);
    }
  }

  /** The people in the frame were seen all the same, only not asked about this time. */
  @Override
  public void timeout(TrackedFrame frame, ResultFuture<IdentifiedFrame> result) {
    workers.giveUp(frame);
    givenUp.inc();
    result.complete(Collections.singleton(unanswered(frame)));
  }

  private static IdentifiedFrame unanswered(TrackedFrame frame) {
    return new IdentifiedFrame(
        frame.info(),
        frame.width(),
        frame.height(),
        frame.faces().stream().map(face -> IdentifiedFace.of(face, null)).toList(),
        frame.again());
  }

  @Override
  public void close() {
    if (workers != null) {
      workers.close();
    } else if (engine != null) {
      engine.close();
    }
    if (people != null) {
      people.close();
    }
    if (attempts != null) {
      attempts.close();
    }
  }
}
