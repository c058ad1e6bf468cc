package io.sightings.job.detect;

import io.sightings.engine.EngineSettings;
import io.sightings.engine.FaceEngine;
import java.io.Serializable;

/** Where the face engine comes from. */
interface EngineSource extends Serializable {

  /** A lease on the engine for these settings. */
  FaceEngine acquire(EngineSettings settings);
}
