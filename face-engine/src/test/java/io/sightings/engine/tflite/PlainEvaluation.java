package io.sightings.engine.tflite;

import java.util.HashMap;
import java.util.Map;

/**
 * Runs a built TFLite graph as TensorFlow defines its operators: rows, columns, channels, one
 * number after another. It shares no code with the converter.
 */
final class PlainEvaluation {
  private final TfliteFileBuilder graph;
  private final Map<Integer, float[]> values = new HashMap<>();

  private PlainEvaluation(TfliteFileBuilder graph) {
    this.graph = graph;
  }

  static Map<Integer, float[]> of(TfliteFileBuilder graph, int input, float[] value) {
    PlainEvaluation evaluation = new PlainEvaluation(graph);
    evaluation.values.put(input, value);
    for (TfliteFileBuilder.Operator operator : graph.operators()) {
      evaluation.values.put(operator.output(), evaluation.run(operator));
    }
    return evaluation.values;
  }

  private float[] run(TfliteFileBuilder.Operator operator) {
    int[] in = operator.inputs();
    float[] x = value(in[0]);
    float[] result = new float[size(operator.output())];
    for (int i = 0; i < result.length; i++) {
      result[i] =
          switch (operator.code()) {
            case 3, 4, 17 -> windowed(operator, i);
            case 9 -> row(operator, i);
            case 19 -> Math.max(0, x[i]);
            case 22 -> x[i];
            case 47 -> (float) Math.exp(x[i]);
            case 59 -> -x[i];
            case 74 -> sum(x);
            case 82 -> max(x);
            case 101 -> Math.abs(x[i]);
            case 0 -> broadcast(in[0], i) + broadcast(in[1], i);
            case 18 -> broadcast(in[0], i) * broadcast(in[1], i);
            case 41 -> broadcast(in[0], i) - broadcast(in[1], i);
            case 42 -> broadcast(in[0], i) / broadcast(in[1], i);
            default -> throw new AssertionError("operator " + operator.code());
          };
    }
    return result;
  }

  /** A convolution or a maximum over a window, with TensorFlow's padding. */
  private float windowed(TfliteFileBuilder.Operator operator, int index) {
    int[] from = graph.shape(operator.inputs()[0]);
    int[] to = graph.shape(operator.output());
    int channel = index % to[3];
    int column = index / to[3] % to[2];
    int row = index / to[3] / to[2];
    boolean pool = operator.code() == 17;
    boolean depthwise = operator.code() == 4;
    int[] kernel = pool ? null : graph.shape(operator.inputs()[1]);
    int height = pool ? operator.numbers()[4] : kernel[1];
    int width = pool ? operator.numbers()[3] : kernel[2];
    int down = operator.numbers()[2];
    int right = operator.numbers()[1];
    boolean valid = operator.octets()[0] == 1;
    int top = valid ? 0 : Math.max(0, (to[1] - 1) * down + height - from[1]) / 2;
    int left = valid ? 0 : Math.max(0, (to[2] - 1) * right + width - from[2]) / 2;
    double sum = pool ? Double.NEGATIVE_INFINITY : value(operator.inputs()[2])[channel];
    for (int dy = 0; dy < height; dy++) {
      for (int dx = 0; dx < width; dx++) {
        int y = row * down + dy - top;
        int x = column * right + dx - left;
        if (y < 0 || x < 0 || y >= from[1] || x >= from[2]) {
          continue;
        }
        int cell = (y * from[2] + x) * from[3];
        float[] pixels = value(operator.inputs()[0]);
        if (pool) {
          sum = Math.max(sum, pixels[cell + channel]);
        } else if (depthwise) {
          float[] weights = value(operator.inputs()[1]);
          sum += pixels[cell + channel] * weights[(dy * width + dx) * to[3] + channel];
        } else {
          float[] weights = value(operator.inputs()[1]);
          for (int c = 0; c < from[3]; c++) {
            sum += pixels[cell + c] * weights[((channel * height + dy) * width + dx) * from[3] + c];
          }
        }
      }
    }
    int fused = depthwise ? 4 : 3;
    return (float) (!pool && operator.octets()[fused] == 1 ? Math.max(0, sum) : sum);
  }

  private float row(TfliteFileBuilder.Operator operator, int output) {
    float[] x = value(operator.inputs()[0]);
    float[] weights = value(operator.inputs()[1]);
    double sum = value(operator.inputs()[2])[output];
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * weights[output * x.length + i];
    }
    return (float) sum;
  }

  /** The value for an output cell: smaller operands hold one value for each channel, or one. */
  private float broadcast(int tensor, int index) {
    float[] all = value(tensor);
    return all[index % all.length];
  }

  private float[] value(int tensor) {
    float[] constant = graph.weights(tensor);
    return constant == null ? values.get(tensor) : constant;
  }

  private int size(int tensor) {
    int size = 1;
    for (int side : graph.shape(tensor)) {
      size *= side;
    }
    return size;
  }

  private static float sum(float[] values) {
    float sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }

  private static float max(float[] values) {
    float max = values[0];
    for (float value : values) {
      max = Math.max(max, value);
    }
    return max;
  }
}
