package io.sightings.job.detect;

import io.sightings.contract.SourceKind;
import io.sightings.engine.FaceEngine;
import io.sightings.engine.FrameAnalyser;

/** One worker's analysers: photos get a closer look, because there is no next frame. */
final class Analysers implements AutoCloseable {
  private final FaceEngine engine;
  private final FrameAnalyser frames;
  private FrameAnalyser photos;

  Analysers(FaceEngine engine) {
    this.engine = engine;
    frames = engine.newAnalyser();
  }

  FrameAnalyser of(SourceKind kind) {
    if (kind != SourceKind.IMAGE) {
      return frames;
    }
    if (photos == null) {
      // Only where photos come: its buffers are larger.
      photos = engine.newPhotoAnalyser();
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
