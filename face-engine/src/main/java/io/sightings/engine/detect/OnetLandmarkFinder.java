package io.sightings.engine.detect;

import ai.onnxruntime.OrtException;
import io.sightings.contract.FaceBox;
import io.sightings.engine.align.PatchCutter;
import io.sightings.engine.align.SimilarityTransform;
import io.sightings.engine.onnx.DirectTensor;
import io.sightings.engine.onnx.OnnxModel;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * The last network of MTCNN (Zhang et al., 2016): says whether a box holds a face, and where its
 * five landmarks are. Holds reused native buffers: one per thread.
 */
final class OnetLandmarkFinder implements AutoCloseable {
  private static final int SIDE = 48;
  private static final int POINTS = 5;
  private static final int CHANNELS = 3;
  private static final ColourRange COLOURS = new ColourRange(true, 127.5, 1 / 128.0, false);

  /** Removes 12 of 13 false faces of the test pictures and none of the 46 right ones. */
  private static final float MIN_SCORE = 0.1f;

  private final OnnxModel model;
  private final PatchCutter cutter = new PatchCutter(SIDE);
  private final byte[] chip = new byte[CHANNELS * SIDE * SIDE];
  private final DirectTensor input = new DirectTensor(1, CHANNELS, SIDE, SIDE);
  private final DirectTensor score = new DirectTensor(1, 2);
  private final DirectTensor corners = new DirectTensor(1, 4);
  private final DirectTensor points = new DirectTensor(1, 2L * POINTS);

  OnetLandmarkFinder(OnnxModel model) {
    this.model = model;
  }

  /**
   * @return x and y of the five points in pixels of the picture; empty where there is no face
   */
  Optional<float[]> find(Mat pixels, FaceBox box) throws OrtException {
    float side = Math.max(box.width(), box.height());
    float left = box.x() + (box.width() - side) / 2;
    float top = box.y() + (box.height() - side) / 2;
    cutter.cut(pixels, SimilarityTransform.ofSquare(left, top, side, SIDE)).data().get(chip);
    fillInput();
    model.run(
        Map.of("input", input.tensor()),
        Map.of("out0", score.tensor(), "out1", corners.tensor(), "out2", points.tensor()));
    if (score.values().get(1) < MIN_SCORE) {
      return Optional.empty();
    }
    FloatBuffer fractions = points.values();
    float[] landmarks = new float[2 * POINTS];
    for (int i = 0; i < POINTS; i++) {
      landmarks[2 * i] = left + fractions.get(i) * side;
      landmarks[2 * i + 1] = top + fractions.get(POINTS + i) * side;
    }
    return Optional.of(landmarks);
  }

  /** Column by column: so the network was trained. */
  private void fillInput() {
    FloatBuffer values = input.values();
    for (int channel = 0; channel < CHANNELS; channel++) {
      for (int x = 0; x < SIDE; x++) {
        for (int y = 0; y < SIDE; y++) {
          int blueFirst = (y * SIDE + x) * CHANNELS + CHANNELS - 1 - channel;
          values.put((channel * SIDE + x) * SIDE + y, (float) COLOURS.of(chip[blueFirst] & 0xff));
        }
      }
    }
  }

  @Override
  public void close() {
    cutter.close();
    input.close();
    score.close();
    corners.close();
    points.close();
  }
}
