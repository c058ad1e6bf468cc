package io.sightings.engine.detect;

import ai.onnxruntime.OrtException;
import io.sightings.contract.FaceBox;
import io.sightings.engine.onnx.DirectTensor;
import io.sightings.engine.onnx.OnnxModel;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * UltraFace at one scale, for pictures of one shape. Priors, strides and variances are those of
 * Linzaer's Ultra-Light-Fast-Generic-Face-Detector-1MB, the network's publication.
 */
final class UltraFaceScan implements ShapeBuffers.Buffers {
  private static final ColourRange COLOURS = new ColourRange(true, 127, 1 / 128.0, true);
  private static final int[] STRIDES = {8, 16, 32, 64};

  /** Sides of the priors of each stride, in pixels of the input. */
  private static final int[][] PRIORS = {{10, 16, 24}, {32, 48}, {64, 96}, {128, 192, 256}};

  private static final float CENTRE_VARIANCE = 0.1f;
  private static final float SIZE_VARIANCE = 0.2f;

  private final PlanarPictureInput input;
  private final DirectTensor scores;
  private final DirectTensor offsets;

  UltraFaceScan(DetectorScale fit) {
    this.input = new PlanarPictureInput(fit, COLOURS);
    long priors = 0;
    for (int i = 0; i < STRIDES.length; i++) {
      priors +=
          (long) cells(fit.paddedWidth(), STRIDES[i])
              * cells(fit.paddedHeight(), STRIDES[i])
              * PRIORS[i].length;
    }
    this.scores = new DirectTensor(1, priors, 2);
    this.offsets = new DirectTensor(1, priors, 4);
  }

  /** The picture at this scale, once it was scanned. */
  Mat scaled() {
    return input.scaled();
  }

  /**
   * @param pixels the picture at any scale
   * @param width of the picture in whose pixels the boxes are wanted
   * @param height of the same
   */
  List<ScoredBox> run(OnnxModel model, Mat pixels, int width, int height, double minScore)
      throws OrtException {
    model.run(
        Map.of("input", input.fill(pixels).tensor()),
        Map.of("scores", scores.tensor(), "462", offsets.tensor()));
    DetectorScale fit = input.fit();
    float scaleX = (float) width / fit.width();
    float scaleY = (float) height / fit.height();
    List<ScoredBox> found = new ArrayList<>();
    int prior = 0;
    for (int i = 0; i < STRIDES.length; i++) {
      int columns = cells(fit.paddedWidth(), STRIDES[i]);
      int cells = columns * cells(fit.paddedHeight(), STRIDES[i]);
      for (int cell = 0; cell < cells; cell++) {
        for (int side : PRIORS[i]) {
          float score = scores.values().get(2 * prior + 1);
          if (score >= minScore) {
            float x = (cell % columns + 0.5f) * STRIDES[i];
            float y = (cell / columns + 0.5f) * STRIDES[i];
            found.add(new ScoredBox(box(prior, side, x, y, scaleX, scaleY), score));
          }
          prior++;
        }
      }
    }
    return found;
  }

  private FaceBox box(int prior, int side, float x, float y, float scaleX, float scaleY) {
    FloatBuffer values = offsets.values();
    float centreX = x + values.get(4 * prior) * CENTRE_VARIANCE * side;
    float centreY = y + values.get(4 * prior + 1) * CENTRE_VARIANCE * side;
    float width = (float) Math.exp(values.get(4 * prior + 2) * SIZE_VARIANCE) * side;
    float height = (float) Math.exp(values.get(4 * prior + 3) * SIZE_VARIANCE) * side;
    return new FaceBox(
        (centreX - width / 2) * scaleX,
        (centreY - height / 2) * scaleY,
        width * scaleX,
        height * scaleY);
  }

  private static int cells(int side, int stride) {
    return (side + stride - 1) / stride;
  }

  @Override
  public void close() {
    input.close();
    scores.close();
    offsets.close();
  }
}
