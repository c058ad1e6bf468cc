package io.sightings.engine.runtime;

import io.sightings.contract.lease.SharedValues;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.EngineUnavailableException;
import io.sightings.engine.FaceEngine;

/** The face engines of this JVM: equal settings share one set of native sessions. */
public final class FaceEngines {
  private static final SharedValues<EngineSettings, LoadedEngine> ENGINES =
      new SharedValues<>(LoadedEngine::close);

  private FaceEngines() {}

  /**
   * Leases the engine for these settings.
   *
   * @throws EngineUnavailableException if model files are missing or damaged
   */
  public static FaceEngine acquire(EngineSettings settings) {
    return new EngineLease(
        settings, ENGINES.acquire(settings, key -> new EngineLoader(key).load()));
  }
}
