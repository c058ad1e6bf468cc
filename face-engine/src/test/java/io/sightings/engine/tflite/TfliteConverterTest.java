package io.sightings.engine.tflite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import io.sightings.engine.onnx.DirectTensor;
import io.sightings.engine.onnx.OnnxModel;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TfliteConverterTest {
  private static final int SIDE = 9;
  private static final int[] NONE = new int[6];

  private final Random random = new Random(7);
  private final TfliteFileBuilder graph = new TfliteFileBuilder();
  private final int input = graph.tensor(1, SIDE, SIDE, 3);

  @Test
  void theConvertedNetworkGivesWhatEachOperatorIsDefinedToGive() throws Exception {
    int output = network();
    float[] picture = floats(SIDE * SIDE * 3);

    float[] expected = PlainEvaluation.of(graph, input, picture).get(output);
    float[] actual = run(TfliteConverter.toOnnx(graph.file(input, output)), picture, 4);

    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i]).as("output " + i).isCloseTo(expected[i], within(1e-5f));
    }
  }

  @Test
  void equalFilesGiveEqualBytes() {
    byte[] file = graph.file(input, network());
    assertThat(TfliteConverter.toOnnx(file)).isEqualTo(TfliteConverter.toOnnx(file.clone()));
  }

  @Test
  void aFileThatEndsTooEarlyOrWasDamagedIsRefusedAndNothingElseHappens() {
    byte[] file = graph.file(input, network());
    for (int length = 0; length < file.length; length += 1 + length / 50) {
      byte[] cut = Arrays.copyOf(file, length);
      assertThatThrownBy(() -> TfliteConverter.toOnnx(cut))
          .as("the first %s bytes", length)
          .isInstanceOf(IllegalArgumentException.class);
    }
    for (int trial = 0; trial < 5000; trial++) {
      byte[] damaged = file.clone();
      for (int i = 0; i < 3; i++) {
        damaged[random.nextInt(i == 0 ? 64 : file.length)] = (byte) random.nextInt();
      }
      try {
        assertThat(TfliteConverter.toOnnx(damaged)).isNotEmpty();
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageNotContaining("null");
      }
    }
  }

  @Test
  void anOperatorThatIsNotConvertedIsNamed() {
    int output = graph.operator(97, new int[] {1, SIDE, SIDE, 3}, input);
    assertThatThrownBy(() -> TfliteConverter.toOnnx(graph.file(input, output)))
        .hasMessageContaining("operator 97");
  }

  @Test
  void weightsThatAreNamedAgainAndAgainDoNotMakeAHugeFile() {
    int weights = graph.weights(floats(3 * 3 * 3 * 3), 3, 3, 3, 3);
    int bias = graph.weights(floats(3), 3);
    int x = input;
    for (int i = 0; i < 100; i++) {
      x = convolution(3, new int[] {1, SIDE, SIDE, 3}, 0, 1, x, weights, bias);
    }
    int output = x;
    assertThatThrownBy(() -> TfliteConverter.toOnnx(graph.file(input, output)))
        .hasMessageContaining("more than the file holds");
  }

  /** Every operator of MobileFaceNet and O-Net, once. */
  private int network() {
    int[] large = {1, 5, 5, 4};
    int x = convolution(3, large, 0, 2, input, weights(4, 3, 3, 3), weights(4));
    x = reluByDifference(x, large);
    x = convolution(4, large, 0, 1, x, weights(1, 3, 3, 4), weights(4));
    x = reluByNegation(x, large);
    x =
        graph.operator(
            0, large, x, convolution(3, large, 0, 1, x, weights(4, 1, 1, 4), weights(4)));
    int[] small = {1, 3, 3, 4};
    x = graph.operator(17, small, NONE, new int[] {0, 2, 2, 3, 3, 0}, x);
    x = graph.operator(9, new int[] {1, 6}, x, weights(6, 36), weights(6));
    x = reluByNegation(x, new int[] {1, 6});
    x = graph.operator(9, new int[] {1, 4}, x, weights(4, 6), weights(4));
    int axis = graph.weights(new float[] {Float.intBitsToFloat(1)});
    int[] one = {1, 1};
    int exp =
        graph.operator(
            47,
            new int[] {1, 4},
            graph.operator(41, new int[] {1, 4}, x, graph.operator(82, one, x, axis)));
    return graph.operator(42, new int[] {1, 4}, exp, graph.operator(74, one, exp, axis));
  }

  private int convolution(int code, int[] shape, int padding, int stride, int... inputs) {
    return graph.operator(
        code,
        shape,
        new int[] {padding, 0, 0, 0, 0, 0},
        new int[] {0, stride, stride, 0, 0, 0},
        inputs);
  }

  private int reluByDifference(int x, int[] shape) {
    int absolute = graph.operator(101, shape, x);
    int difference = graph.operator(41, shape, x, absolute);
    int product = graph.operator(18, shape, weights(shape[shape.length - 1]), difference);
    return graph.operator(0, shape, graph.operator(19, shape, x), product);
  }

  private int reluByNegation(int x, int[] shape) {
    int negative = graph.operator(19, shape, graph.operator(59, shape, x));
    int back = graph.operator(59, shape, negative);
    int product = graph.operator(18, shape, weights(shape[shape.length - 1]), back);
    return graph.operator(0, shape, product, graph.operator(19, shape, x));
  }

  private int weights(int... shape) {
    return graph.weights(floats(Arrays.stream(shape).reduce(1, (a, b) -> a * b)), shape);
  }

  private float[] floats(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian() / 2;
    }
    return values;
  }

  private static float[] run(byte[] onnx, float[] picture, int outputs) throws Exception {
    try (OnnxModel model = OnnxModel.load("converted", onnx);
        DirectTensor in = new DirectTensor(1, 3, SIDE, SIDE);
        DirectTensor out = new DirectTensor(1, outputs)) {
      for (int i = 0; i < picture.length; i++) {
        in.values().put(i % 3 * SIDE * SIDE + i / 3, picture[i]);
      }
      Map<String, OnnxTensor> inputs = Map.of("input", in.tensor());
      model.run(inputs, Map.of("out0", out.tensor()));
      float[] result = new float[outputs];
      out.values().get(0, result);
      return result;
    }
  }
}
