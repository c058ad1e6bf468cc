package io.sightings.faceservice;

import io.sightings.contract.image.UnreadableImageException;
import io.sightings.engine.DetectedFace;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.FaceEngine;
import io.sightings.engine.FrameAnalyser;
import io.sightings.engine.Shot;
import io.sightings.engine.azure.settings.IdentifySettings;
import io.sightings.engine.runtime.FaceEngines;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The local engine, as it finds the faces that are asked about. */
final class Shots implements AutoCloseable {
  /** Drawing takes longer than finding. */
  private static final Map<Drawn, byte[]> PORTRAITS =
      Map.of(
          Drawn.ADA,
          Drawn.ADA.jpeg(1),
          Drawn.BEN,
          Drawn.BEN.jpeg(1),
          Drawn.CLEO,
          Drawn.CLEO.jpeg(1));

  private final Map<Drawn, Shot> kept = new EnumMap<>(Drawn.class);
  private final FaceEngine engine;
  private final FrameAnalyser analyser;

  Shots(EngineSettings settings) {
    engine = FaceEngines.acquire(settings);
    analyser = engine.newPhotoAnalyser(IdentifySettings.DEFAULT.shots());
  }

  /** For drawn people. */
  static Shots drawn() {
    return new Shots(Drawn.settings().engine());
  }

  FaceEngine engine() {
    return engine;
  }

  List<DetectedFace> faces(byte[] picture) {
    try {
      return analyser.analyse(picture).faces();
    } catch (UnreadableImageException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Of the picture's clearest face. */
  Shot of(byte[] picture) {
    return faces(picture).stream()
        .map(DetectedFace::shot)
        .filter(shot -> shot != null)
        .findFirst()
        .orElseThrow();
  }

  Shot of(Drawn person) {
    return kept.computeIfAbsent(person, each -> of(portrait(each)));
  }

  static byte[] portrait(Drawn person) {
    return PORTRAITS.get(person).clone();
  }

  @Override
  public void close() {
    analyser.close();
    engine.close();
  }
}
