package io.sightings.engine.runtime;

import io.sightings.engine.EngineSettings;
import io.sightings.engine.EngineUnavailableException;
import io.sightings.engine.FaceEngine;
import java.util.HashMap;
import java.util.Map;

/** The face engines of this JVM: loaded with the first lease, closed with the last. */
public final class FaceEngines {
  private static final FaceEngines SHARED = new FaceEngines();

  private final Map<EngineSettings, Held> held = new HashMap<>();

  private FaceEngines() {}

  /**
   * Leases the engine for these settings. Equal settings share one set of native sessions.
   *
   * @throws EngineUnavailableException if model files are missing or damaged
   */
  public static FaceEngine acquire(EngineSettings settings) {
    return SHARED.lease(settings);
  }

  private synchronized FaceEngine lease(EngineSettings settings) {
    Held engine = held.computeIfAbsent(settings, key -> new Held(new EngineLoader(key).load()));
    engine.leases++;
    return new Lease(settings, engine.engine, () -> release(settings, engine));
  }

  private synchronized void release(EngineSettings settings, Held engine) {
    engine.leases--;
    if (engine.leases == 0) {
      held.remove(settings);
      engine.engine.close();
    }
  }

  private static final class Held {
    private final LoadedEngine engine;
    private int leases;

    Held(LoadedEngine engine) {
      this.engine = engine;
    }
  }
}
