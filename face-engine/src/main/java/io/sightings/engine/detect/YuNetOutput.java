package io.sightings.engine.detect;

import ai.onnxruntime.OnnxTensor;
import io.sightings.contract.FaceBox;
import io.sightings.engine.onnx.DirectTensor;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;

/**
 * What YuNet says at one of its three strides: for every cell of a grid whether it is a face's
 * centre, and if so the face's box and landmarks. Decoding follows OpenCV's {@code FaceDetectorYN}.
 */
final class YuNetOutput implements AutoCloseable {
  private static final int BOX_VALUES = 4;
  private static final int LANDMARK_VALUES = 10;

  private final int stride;
  private final int columns;
  private final int rows;
  private final DirectTensor faceness;
  private final DirectTensor objectness;
  private final DirectTensor boxes;
  private final DirectTensor landmarks;

  YuNetOutput(DetectorScale fit, int stride) {
    this.stride = stride;
    this.columns = fit.paddedWidth() / stride;
    this.rows = fit.paddedHeight() / stride;
    long cells = (long) columns * rows;
    this.faceness = new DirectTensor(1, cells, 1);
    this.objectness = new DirectTensor(1, cells, 1);
    this.boxes = new DirectTensor(1, cells, BOX_VALUES);
    this.landmarks = new DirectTensor(1, cells, LANDMARK_VALUES);
  }

  /** Gives the network this memory to write to. */
  void bind(Map<String, OnnxTensor> outputs) {
    outputs.put("cls_" + stride, faceness.tensor());
    outputs.put("obj_" + stride, objectness.tensor());
    outputs.put("bbox_" + stride, boxes.tensor());
    outputs.put("kps_" + stride, landmarks.tensor());
  }

  /**
   * Adds the faces of at least this score.
   *
   * @param scaleX pixels of the picture per pixel of the network's input
   * @param scaleY the same for y
   */
  void collect(double minScore, float scaleX, float scaleY, List<RawDetection> findings) {
    FloatBuffer classes = faceness.values();
    FloatBuffer objects = objectness.values();
    float least = (float) (minScore * minScore);
    int cells = columns * rows;
    for (int cell = 0; cell < cells; cell++) {
      float product = probability(classes.get(cell)) * probability(objects.get(cell));
      if (product >= least) {
        findings.add(
            new RawDetection(
                box(cell, scaleX, scaleY),
                points(cell, scaleX, scaleY),
                true,
                (float) Math.sqrt(product)));
      }
    }
  }

  private FaceBox box(int cell, float scaleX, float scaleY) {
    FloatBuffer values = boxes.values();
    int at = cell * BOX_VALUES;
    float centreX = (cell % columns + values.get(at)) * stride;
    float centreY = (cell / columns + values.get(at + 1)) * stride;
    float width = (float) Math.exp(values.get(at + 2)) * stride;
    float height = (float) Math.exp(values.get(at + 3)) * stride;
    return new FaceBox(
        (centreX - width / 2) * scaleX,
        (centreY - height / 2) * scaleY,
        width * scaleX,
        height * scaleY);
  }

  private float[] points(int cell, float scaleX, float scaleY) {
    FloatBuffer values = landmarks.values();
    int column = cell % columns;
    int row = cell / columns;
    float[] points = new float[LANDMARK_VALUES];
    for (int i = 0; i < LANDMARK_VALUES; i += 2) {
      points[i] = (column + values.get(cell * LANDMARK_VALUES + i)) * stride * scaleX;
      points[i + 1] = (row + values.get(cell * LANDMARK_VALUES + i + 1)) * stride * scaleY;
    }
    return points;
  }

  private static float probability(float value) {
    return Math.min(1, Math.max(0, value));
  }

  @Override
  public void close() {
    faceness.close();
    objectness.close();
    boxes.close();
    landmarks.close();
  }
}
