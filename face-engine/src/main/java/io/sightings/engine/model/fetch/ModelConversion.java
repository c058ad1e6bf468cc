package io.sightings.engine.model.fetch;

import io.sightings.engine.model.ModelSource.Conversion;
import io.sightings.engine.onnx.GraphOutputCutter;
import io.sightings.engine.tflite.TfliteConverter;
import java.util.List;

/** Makes the model file of a fetched file. */
final class ModelConversion {
  /**
   * Scores and box offsets, before the nodes that add priors for 320x240 pixels: so the network
   * runs at any size.
   */
  private static final List<String> ULTRAFACE_OUTPUTS = List.of("scores", "462");

  private ModelConversion() {}

  static byte[] of(Conversion conversion, byte[] fetched) throws FetchException {
    try {
      return switch (conversion) {
        case NONE -> fetched;
        case TFLITE -> TfliteConverter.toOnnx(fetched);
        case ULTRAFACE -> GraphOutputCutter.cut(fetched, ULTRAFACE_OUTPUTS);
      };
    } catch (IllegalArgumentException e) {
      throw new FetchException("the fetched file cannot be converted: " + e.getMessage(), e);
    }
  }
}
