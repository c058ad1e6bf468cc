package io.sightings.engine.runtime;

import io.sightings.contract.lease.SharedValues;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.FaceEmbedder;
import io.sightings.engine.FaceEngine;
import io.sightings.engine.FrameAnalyser;
import io.sightings.engine.ShotSettings;
import io.sightings.engine.detect.BorderedDetector;
import io.sightings.engine.detect.FaceDetector;
import java.util.Optional;
import java.util.function.Function;

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
    EngineSettings photos = settings.withDetector(settings.detector().forPhotos());
    EngineSettings closer = photos.withDetector(photos.detector().closer());
    FrameAnalyser bordered =
        new ClampingAnalyser(
            analyser(photos, shots, engine.detectors().andThen(BorderedDetector::new)));
    // The closer look comes last: it takes four times as long as the others.
    return new TwoPassAnalyser(
        new TwoPassAnalyser(analyser(photos, shots), bordered), analyser(closer, shots));
  }

  private FrameAnalyser analyser(EngineSettings with, ShotSettings shots) {
    return analyser(with, shots, engine.detectors());
  }

  private FrameAnalyser analyser(
      EngineSettings with,
      ShotSettings shots,
      Function<EngineSettings.Detector, ? extends FaceDetector> detectors) {
    if (lease.isClosed()) {
      throw new IllegalStateException("This lease on the face engine is closed; acquire another.");
    }
    return new PictureAnalyser(with, detectors.apply(with.detector()), engine.memory(), shots);
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
