package io.sightings.engine.detect;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.sightings.engine.EngineUnavailableException;
import io.sightings.engine.onnx.AnySizeModel;
import io.sightings.engine.onnx.OnnxRuntime;

/** The YuNet network, loaded once and shared by the detectors of all threads. */
public final class YuNetModel implements AutoCloseable {
  private final OrtSession session;

  private YuNetModel(OrtSession session) {
    this.session = session;
  }

  /**
   * @param onnx the content of YuNet's model file
   * @throws EngineUnavailableException if ONNX Runtime cannot load it
   */
  public static YuNetModel load(byte[] onnx) {
    return new YuNetModel(OnnxRuntime.load("yunet", AnySizeModel.of(onnx)));
  }

  OrtSession session() {
    return session;
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime could not close YuNet.", e);
    }
  }
}
