package io.sightings.engine.runtime;

import io.sightings.engine.EngineSettings;
import io.sightings.engine.FaceEmbedder;
import io.sightings.engine.detect.FaceDetector;
import io.sightings.engine.image.DecodeMemoryLimiter;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A detector and an embedder with the native sessions behind them.
 *
 * @param detectorName for users
 * @param detectors makes a detector for one thread
 * @param embedder shared by all threads
 * @param notice what to tell the user; null where there is nothing to tell
 * @param memory that its analysers share for large pictures
 * @param sessions closed with the engine
 */
record LoadedEngine(
    String detectorName,
    Function<EngineSettings.Detector, FaceDetector> detectors,
    FaceEmbedder embedder,
    @Nullable String notice,
    DecodeMemoryLimiter memory,
    List<AutoCloseable> sessions) {

  void close() {
    for (AutoCloseable session : sessions) {
      try {
        session.close();
      } catch (Exception e) {
        throw new IllegalStateException("A model could not be closed.", e);
      }
    }
  }
}
