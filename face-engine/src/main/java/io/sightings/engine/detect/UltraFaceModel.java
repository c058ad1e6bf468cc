package io.sightings.engine.detect;

import io.sightings.engine.EngineUnavailableException;
import io.sightings.engine.onnx.DynamicShapeEditor;
import io.sightings.engine.onnx.OnnxModel;

/**
 * The networks of {@link UltraFaceDetector}, loaded once and shared by the detectors of all
 * threads.
 *
 * @param boxes UltraFace RFB-320, cut at its scores and box offsets
 * @param points MTCNN's O-Net
 */
public record UltraFaceModel(OnnxModel boxes, OnnxModel points) implements AutoCloseable {

  /**
   * @param ultraFace the content of UltraFace's model file
   * @param onet the content of O-Net's model file
   * @throws EngineUnavailableException if ONNX Runtime cannot load them
   */
  public static UltraFaceModel load(byte[] ultraFace, byte[] onet) {
    OnnxModel boxes = OnnxModel.load("ultraface", DynamicShapeEditor.of(ultraFace));
    try {
      return new UltraFaceModel(boxes, OnnxModel.load("onet", onet));
    } catch (RuntimeException e) {
      boxes.close();
      throw e;
    }
  }

  @Override
  public void close() {
    boxes.close();
    points.close();
  }
}
