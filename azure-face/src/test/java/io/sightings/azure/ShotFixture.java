package io.sightings.azure;

import io.sightings.azure.settings.IdentifySettings;
import io.sightings.contract.image.UnreadableImageException;
import io.sightings.emulator.FaceEmulatorSettings;
import io.sightings.engine.DetectedFace;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.FaceEngine;
import io.sightings.engine.FaceShot;
import io.sightings.engine.FrameAnalyser;
import io.sightings.engine.runtime.FaceEngines;
import io.sightings.fixtures.DrawnPerson;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The local engine, as it finds the faces that are asked about. */
final class ShotFixture implements AutoCloseable {
  /** Drawing takes longer than finding. */
  private static final Map<DrawnPerson, byte[]> PORTRAITS =
      Map.of(
          DrawnPerson.ADA,
          DrawnPerson.ADA.jpeg(1),
          DrawnPerson.BEN,
          DrawnPerson.BEN.jpeg(1),
          DrawnPerson.CLEO,
          DrawnPerson.CLEO.jpeg(1));

  private final Map<DrawnPerson, FaceShot> kept = new EnumMap<>(DrawnPerson.class);
  private final FaceEngine engine;
  private final FrameAnalyser analyser;

  ShotFixture(EngineSettings settings) {
    engine = FaceEngines.acquire(settings);
    analyser = engine.newPhotoAnalyser(IdentifySettings.DEFAULT.shots());
  }

  /** For drawn people. */
  static ShotFixture drawn() {
    return new ShotFixture(FaceEmulatorSettings.UNTHROTTLED.engine());
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
  FaceShot of(byte[] picture) {
    return faces(picture).stream()
        .map(DetectedFace::shot)
        .filter(shot -> shot != null)
        .findFirst()
        .orElseThrow();
  }

  FaceShot of(DrawnPerson person) {
    return kept.computeIfAbsent(person, each -> of(portrait(each)));
  }

  static byte[] portrait(DrawnPerson person) {
    return PORTRAITS.get(person).clone();
  }

  @Override
  public void close() {
    analyser.close();
    engine.close();
  }
}
