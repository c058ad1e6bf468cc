package io.sightings.engine.detect;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.onnx.OnnxModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Finds faces with YuNet (Wu et al., 2023). Keeps the buffers of the picture shapes it saw last.
 */
public final class YuNetDetector implements FaceDetector {
  private static final ColourRange COLOURS = new ColourRange(false, 0, 1, false);

  private final YuNetModel model;
  private final EngineSettings.Detector settings;
  private final ShapeBuffers<Buffers> buffers = new ShapeBuffers<>(Buffers::new);

  public YuNetDetector(YuNetModel model, EngineSettings.Detector settings) {
    this.model = model;
    this.settings = settings;
  }

  @Override
  public List<RawDetection> detect(Mat pixels) {
    DetectorScale fit =
        DetectorScale.of(pixels.cols(), pixels.rows(), settings.size(), settings.maxEnlargement());
    return NonMaximumSuppression.merged(
        buffers.of(fit).run(model.onnx(), pixels, settings.minScore()), settings.maxOverlap());
  }

  @Override
  public void close() {
    buffers.close();
  }

  /** Input and outputs for pictures of one shape. */
  private static final class Buffers implements ShapeBuffers.Buffers {
    private final PlanarPictureInput input;
    private final List<YuNetOutput> outputs;
    private final Map<String, OnnxTensor> bound = new HashMap<>();

    Buffers(DetectorScale fit) {
      this.input = new PlanarPictureInput(fit, COLOURS);
      this.outputs =
          List.of(new YuNetOutput(fit, 8), new YuNetOutput(fit, 16), new YuNetOutput(fit, 32));
      outputs.forEach(output -> output.bind(bound));
    }

    List<RawDetection> run(OnnxModel model, Mat pixels, double minScore) {
      Map<String, OnnxTensor> inputs = Map.of("input", input.fill(pixels).tensor());
      try {
        model.run(inputs, bound);
        List<RawDetection> findings = new ArrayList<>();
        float scaleX = (float) pixels.cols() / input.fit().width();
        float scaleY = (float) pixels.rows() / input.fit().height();
        for (YuNetOutput output : outputs) {
          output.collect(minScore, scaleX, scaleY, findings);
        }
        return findings;
      } catch (OrtException e) {
        throw new IllegalStateException(
            "YuNet failed on a picture of " + pixels.cols() + "x" + pixels.rows() + " pixels.", e);
      }
    }

    @Override
    public void close() {
      input.close();
      outputs.forEach(YuNetOutput::close);
    }
  }
}
