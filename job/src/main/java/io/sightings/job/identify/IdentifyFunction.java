package io.sightings.job.identify;

import io.sightings.engine.EngineSettings;
import io.sightings.engine.FaceEngine;
import io.sightings.engine.runtime.FaceEngines;
import io.sightings.job.settings.WorkSettings;
import io.sightings.job.track.TrackedFace;
import io.sightings.job.track.TrackedFrame;
import io.sightings.job.work.Workers;
import java.util.Collections;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;

/**
 * Asks who the faces worth asking about are. Frames without such faces pass straight through. The
 * order is kept, because a source's clock must not run ahead of its faces.
 */
public final class IdentifyFunction extends RichAsyncFunction<TrackedFrame, IdentifiedFrame> {
  private static final long serialVersionUID = 1L;

  private final EngineSettings engineSettings;
  private final GallerySource gallerySource;
  private final WorkSettings work;
  private final boolean thumbnails;

  private transient FaceEngine engine;
  private transient GallerySource.Lease people;
  private transient Workers workers;
  private transient Identifier identifier;
  private transient Counter givenUp;

  public IdentifyFunction(
      EngineSettings engineSettings,
      GallerySource gallerySource,
      WorkSettings work,
      boolean thumbnails) {
    this.engineSettings = engineSettings;
    this.gallerySource = gallerySource;
    this.work = work;
    this.thumbnails = thumbnails;
  }

  @Override
  public void open(OpenContext context) throws Exception {
    givenUp =
        getRuntimeContext()
            .getMetricGroup()
            .counter("framesIdentifyTimeout", new ThreadSafeSimpleCounter());
    engine = FaceEngines.acquire(engineSettings);
    people = gallerySource.open(engine.embedder().model(), engine.embedder().dimension());
    // One number per JVM, shown by each of its instances.
    getRuntimeContext().getMetricGroup().gauge("peopleLeftOut", (Gauge<Long>) people::leftOut);
    identifier =
        new Identifier(engine.embedder(), people, thumbnails, getRuntimeContext().getMetricGroup());
    workers = new Workers("identify", work.threads(), work.threads() + 1);
  }

  @Override
  public void asyncInvoke(TrackedFrame frame, ResultFuture<IdentifiedFrame> result) {
    if (frame.faces().stream().noneMatch(TrackedFace::identify)) {
      result.complete(Collections.singleton(unanswered(frame)));
      return;
    }
    workers.submit(
        () -> {
          try {
            result.complete(Collections.singleton(identifier.identify(frame)));
          } catch (RuntimeException e) {
            result.completeExceptionally(e);
          }
        });
  }

  /** The people in the frame were seen all the same, only not asked about this time. */
  @Override
  public void timeout(TrackedFrame frame, ResultFuture<IdentifiedFrame> result) {
    givenUp.inc();
    result.complete(Collections.singleton(unanswered(frame)));
  }

  private static IdentifiedFrame unanswered(TrackedFrame frame) {
    return new IdentifiedFrame(
        frame.info(),
        frame.width(),
        frame.height(),
        frame.faces().stream()
            .map(
                face ->
                    new IdentifiedFace(
                        face.track(),
                        face.face().box(),
                        face.face().quality(),
                        face.near(),
                        null,
                        face.question()))
            .toList(),
        frame.again());
  }

  @Override
  public void close() {
    if (workers != null) {
      workers.close();
    }
    if (people != null) {
      people.close();
    }
    if (engine != null) {
      engine.close();
    }
  }
}
