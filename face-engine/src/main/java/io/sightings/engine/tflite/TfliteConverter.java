package io.sightings.engine.tflite;

import io.sightings.engine.onnx.OnnxGraphWriter;
import io.sightings.engine.onnx.OnnxGraphWriter.Attributes;
import io.sightings.engine.tflite.TfliteModel.Operator;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes a TFLite model as ONNX. The input {@code input} is planar (NCHW), with the batch left
 * open; outputs are {@code out0}, {@code out1} … in their order. Equal files give equal bytes.
 */
public final class TfliteConverter {
  private static final int SAME = 0;

  private final TfliteModel model;
  private final long size;
  private final OnnxGraphWriter graph = new OnnxGraphWriter();
  private final Map<Integer, String> values = new HashMap<>();
  private long weightBytes;

  private TfliteConverter(TfliteModel model, long size) {
    this.model = model;
    this.size = size;
  }

  /**
   * @throws IllegalArgumentException if the file is damaged or needs an operator that is not
   *     converted; the message says which
   */
  public static byte[] toOnnx(byte[] file) {
    return new TfliteConverter(TfliteModel.parse(file), file.length).convert();
  }

  private byte[] convert() {
    if (model.inputs().length != 1) {
      throw unsupported("a model of " + model.inputs().length + " inputs");
    }
    int input = model.inputs()[0];
    int[] shape = model.tensor(input).shape(4);
    values.put(input, graph.input("input", shape[3], shape[1], shape[2]));
    ParametricRelu.Finder finder = new ParametricRelu.Finder(model);
    Map<Operator, ParametricRelu> found = new IdentityHashMap<>();
    Set<Operator> parts = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Operator operator : model.operators()) {
      Optional<ParametricRelu> relu = finder.completedBy(operator);
      relu.ifPresent(complete -> found.put(operator, complete));
      relu.ifPresent(complete -> parts.addAll(complete.parts()));
    }
    for (Operator operator : model.operators()) {
      if (!parts.contains(operator)) {
        ParametricRelu relu = found.get(operator);
        values.put(operator.output(), relu == null ? convert(operator) : convert(relu));
      }
    }
    for (int i = 0; i < model.outputs().length; i++) {
      graph.output("out" + i, value(model.outputs()[i]));
    }
    return graph.toBytes();
  }

  private String convert(Operator operator) {
    return switch (operator.code()) {
      case TfliteOperators.CONV_2D -> convolution(operator, false);
      case TfliteOperators.DEPTHWISE_CONV_2D -> convolution(operator, true);
      case TfliteOperators.FULLY_CONNECTED -> fullyConnected(operator);
      case TfliteOperators.MAX_POOL_2D -> maxPool(operator);
      case TfliteOperators.RESHAPE -> flat(operator.input(0));
      case TfliteOperators.ADD -> binary("Add", operator);
      case TfliteOperators.SUB -> binary("Sub", operator);
      case TfliteOperators.DIV -> binary("Div", operator);
      case TfliteOperators.EXP -> graph.node("Exp", value(operator.input(0)));
      case TfliteOperators.REDUCE_MAX -> reduced("ReduceMax", operator);
      case TfliteOperators.SUM -> reduced("ReduceSum", operator);
      default -> throw unsupported("operator " + operator.code());
    };
  }

  private String convolution(Operator operator, boolean depthwise) {
    int[] stored = model.tensor(operator.input(1)).shape(4);
    float[] weights = weights(operator.input(1));
    int outputs = depthwise ? stored[3] : stored[0];
    int inputs = depthwise ? 1 : stored[3];
    int height = stored[1];
    int width = stored[2];
    // From rows x columns x channels to channels x rows x columns.
    float[] planar = new float[weights.length];
    int to = 0;
    for (int out = 0; out < outputs; out++) {
      for (int in = 0; in < inputs; in++) {
        for (int y = 0; y < height; y++) {
          for (int x = 0; x < width; x++) {
            int cell = y * width + x;
            planar[to++] =
                depthwise
                    ? weights[cell * outputs + out]
                    : weights[(out * height * width + cell) * inputs + in];
          }
        }
      }
    }
    int dilation = depthwise ? 5 : 4;
    if (operator.number(dilation) > 1 || operator.number(dilation + 1) > 1) {
      throw unsupported("a dilated convolution");
    }
    Attributes attributes = window(operator, outputs, depthwise);
    String result =
        graph.node(
            "Conv",
            List.of(
                value(operator.input(0)),
                graph.weights(planar, outputs, inputs, height, width),
                graph.weights(sized(operator.input(2), outputs), outputs)),
            attributes);
    return activated(result, operator.octet(depthwise ? 4 : 3));
  }

  private static Attributes window(Operator operator, int groups, boolean depthwise) {
    Attributes attributes =
        new Attributes()
            .with("strides", new int[] {operator.number(2), operator.number(1)})
            .with("auto_pad", operator.octet(0) == SAME ? "SAME_UPPER" : "VALID");
    return depthwise ? attributes.with("group", groups) : attributes;
  }

  private String maxPool(Operator operator) {
    Attributes attributes =
        window(operator, 1, false)
            .with("kernel_shape", new int[] {operator.number(4), operator.number(3)});
    String pooled = graph.node("MaxPool", List.of(value(operator.input(0))), attributes);
    return activated(pooled, operator.octet(5));
  }

  private String fullyConnected(Operator operator) {
    int[] shape = model.tensor(operator.input(1)).shape(2);
    String weights = graph.weights(weights(operator.input(1)), shape);
    String bias = graph.weights(sized(operator.input(2), shape[0]), shape[0]);
    String result =
        graph.node(
            "Gemm",
            List.of(flat(operator.input(0)), weights, bias),
            new Attributes().with("transB", 1));
    return activated(result, operator.octet(0));
  }

  /** A value as one row for each picture, its cells in TensorFlow's order. */
  private String flat(int tensor) {
    int[] shape = model.tensor(tensor).shape();
    if (shape.length != 4) {
      return value(tensor);
    }
    boolean oneCell = shape[1] == 1 && shape[2] == 1;
    String rows =
        oneCell
            ? value(tensor)
            : graph.node(
                "Transpose",
                List.of(value(tensor)),
                new Attributes().with("perm", new int[] {0, 2, 3, 1}));
    return graph.node("Flatten", rows);
  }

  private String binary(String name, Operator operator) {
    String result = graph.node(name, value(operator.input(0)), value(operator.input(1)));
    return activated(result, operator.octet(0));
  }

  /** Over the last axis of a row: all that a softmax needs. */
  private String reduced(String name, Operator operator) {
    model.tensor(operator.input(0)).shape(2);
    ByteBuffer axis = model.tensor(operator.input(1)).data();
    if (axis.limit() != Integer.BYTES || Math.floorMod(axis.getInt(0), 2) != 1) {
      throw unsupported(name + " over other axes than the last");
    }
    return graph.node(
        name,
        List.of(value(operator.input(0))),
        new Attributes().with("axes", new int[] {1}).with("keepdims", 1));
  }

  /**
   * Of pictures as the sum of two depthwise convolutions, {@code (1 - slope) relu(x) + slope x}:
   * ONNX Runtime fuses them, and runs MobileFaceNet faster so than with its PRelu.
   */
  private String convert(ParametricRelu relu) {
    String x = value(relu.input());
    float[] slopes = relu.slopes();
    count(slopes);
    int channels = slopes.length;
    if (model.tensor(relu.input()).shape().length != 4) {
      return graph.node("PRelu", x, graph.weights(slopes, channels));
    }
    float[] rest = new float[channels];
    for (int i = 0; i < channels; i++) {
      rest[i] = 1 - slopes[i];
    }
    return graph.node("Add", scaled(graph.node("Relu", x), rest), scaled(x, slopes));
  }

  private String scaled(String x, float[] factors) {
    return graph.node(
        "Conv",
        List.of(x, graph.weights(factors, factors.length, 1, 1, 1)),
        new Attributes().with("group", factors.length));
  }

  private String activated(String value, int activation) {
    return switch (activation) {
      case 0 -> value;
      case 1 -> graph.node("Relu", value);
      default -> throw unsupported("activation " + activation);
    };
  }

  private String value(int tensor) {
    String value = values.get(tensor);
    if (value == null) {
      throw new IllegalArgumentException("tensor " + tensor + " is used before it is made");
    }
    return value;
  }

  private float[] sized(int tensor, int length) {
    float[] values = weights(tensor);
    if (values.length != length) {
      throw new IllegalArgumentException(
          values.length + " biases are given for " + length + " outputs");
    }
    return values;
  }

  private float[] weights(int tensor) {
    float[] values = model.tensor(tensor).floats();
    count(values);
    return values;
  }

  /** A small hostile file could name the same weights again and again. */
  private void count(float[] values) {
    weightBytes += (long) values.length * Float.BYTES;
    if (weightBytes > size) {
      throw new IllegalArgumentException("its weights are more than the file holds");
    }
  }

  private static IllegalArgumentException unsupported(String what) {
    return new IllegalArgumentException(what + " is not converted");
  }
}
