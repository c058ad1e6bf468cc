package io.sightings.engine.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import io.sightings.engine.EngineUnavailableException;

/**
 * How this product uses ONNX Runtime: as many runs side by side as there are workers, each on its
 * worker's own thread.
 */
final class OnnxSessionFactory {

  private OnnxSessionFactory() {}

  static OrtEnvironment environment() {
    return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "sightings");
  }

  /**
   * @throws EngineUnavailableException if the model cannot be loaded
   */
  static OrtSession load(String name, byte[] onnx) {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      // Spinning threads would take the processor from the other workers.
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      return environment().createSession(SubnormalWeightRemover.removed(onnx), options);
    } catch (OrtException e) {
      throw new EngineUnavailableException(
          "ONNX Runtime cannot load the model "
              + name
              + ": "
              + e.getMessage()
              + ". Replace its file, or run `sightings models fetch`.",
          e);
    }
  }
}
