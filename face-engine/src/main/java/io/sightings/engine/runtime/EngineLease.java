package io.sightings.engine.runtime;

import io.sightings.contract.lease.SharedValues;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.FaceEmbedder;
import io.sightings.engine.FaceEngine;
import io.sightings.engine.FrameAnalyser;
import io.sightings.engine.ShotSettings;
import java.util.Optional;

/** One user's hold on a loaded engine. */
final class EngineLease implements FaceEngine {
  private final EngineSettings settings;
  private final SharedValues.Lease<LoadedEngine> lease;
  private final LoadedEngine engine;

  EngineLease(EngineSettings settings, SharedValues.Lease<LoadedEngine> lease) {
    this.settings = settings;
    this.lease = lease;
    this.engine = lease.value();
  }

  @Override
  public FrameAnalyser newAnalyser(ShotSettings shots) {
    return analyser(settings, shots);
  }

  @Override
  public FrameAnalyser newPhotoAnalyser(ShotSettings shots) {
    EngineSettings.Detector photos = settings.detector().forPhotos();
    return new TwoPassAnalyser(
        analyser(settings.withDetector(photos), shots),
        analyser(settings.withDetector(photos.closer()), shots));
  }

  private FrameAnalyser analyser(EngineSettings with, ShotSettings shots) {
    if (lease.isClosed()) {
      throw new IllegalStateException("This lease on the face engine is closed; acquire another.");
    }
    return new PictureAnalyser(
        with, engine.detectors().apply(with.detector()), engine.memory(), shots);
  }

  @Override
  public FaceEmbedder embedder() {
    return engine.embedder();
  }

  @Override
  public String detectorName() {
    return engine.detectorName();
  }

  @Override
  public Optional<String> notice() {
    return Optional.ofNullable(engine.notice());
  }

  @Override
  public void close() {
    lease.close();
  }
}
