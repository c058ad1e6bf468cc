package io.sightings.engine.detect;

import io.sightings.engine.EngineUnavailableException;
import io.sightings.engine.onnx.DynamicShapeEditor;
import io.sightings.engine.onnx.OnnxModel;

/** The YuNet network, loaded once and shared by the detectors of all threads. */
public record YuNetModel(OnnxModel onnx) implements AutoCloseable {

  /**
   * @param file the content of YuNet's model file
   * @throws EngineUnavailableException if ONNX Runtime cannot load it
   */
  public static YuNetModel load(byte[] file) {
    return new YuNetModel(OnnxModel.load("yunet", DynamicShapeEditor.of(file)));
  }

  @Override
  public void close() {
    onnx.close();
  }
}
