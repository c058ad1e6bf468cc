package io.sightings.job.detect;

import io.sightings.contract.SourceKind;
import io.sightings.engine.FaceEngine;
import io.sightings.engine.FrameAnalyser;
import io.sightings.engine.ShotSettings;
import org.jspecify.annotations.Nullable;

/** One worker's analysers: photos get a closer look, because there is no next frame. */
final class WorkerAnalysers implements AutoCloseable {
  private final FaceEngine engine;
  private final @Nullable ShotSettings shots;
  private final FrameAnalyser frames;
  private FrameAnalyser photos;

  /**
   * @param shots of faces that a service may be asked about; null for none
   */
  WorkerAnalysers(FaceEngine engine, @Nullable ShotSettings shots) {
    this.engine = engine;
    this.shots = shots;
    frames = engine.newAnalyser(shots);
  }

  FrameAnalyser of(SourceKind kind) {
    if (kind != SourceKind.IMAGE) {
      return frames;
    }
    if (photos == null) {
      // Only where photos come: its buffers are larger.
      photos = engine.newPhotoAnalyser(shots);
    }
    return photos;
  }

  @Override
  public void close() {
    frames.close();
    if (photos != null) {
      photos.close();
    }
  }
}
