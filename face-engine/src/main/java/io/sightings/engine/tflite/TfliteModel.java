package io.sightings.engine.tflite;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The first graph of a TFLite file.
 *
 * @param tensors by index
 * @param operators in the order in which they run
 * @param inputs indexes of tensors
 * @param outputs indexes of tensors
 */
record TfliteModel(List<Tensor> tensors, List<Operator> operators, int[] inputs, int[] outputs) {
  private static final int FLOAT32 = 0;

  /**
   * @param shape of a picture: batch, height, width, channels
   * @param type 0 is a 32-bit float
   * @param data of a constant, else empty
   */
  record Tensor(int[] shape, int type, ByteBuffer data) {
    boolean constant() {
      return data.hasRemaining();
    }

    /**
     * @throws IllegalArgumentException if it is no constant of floats of this tensor's shape
     */
    float[] floats() {
      int count = data.limit() / Float.BYTES;
      long left = count;
      for (int side : shape) {
        left = side > 0 && left % side == 0 ? left / side : 0;
      }
      if (type != FLOAT32 || left != 1 || data.limit() % Float.BYTES != 0) {
        throw new IllegalArgumentException("weights are no floats of their shape");
      }
      float[] values = new float[count];
      data.asFloatBuffer().get(values);
      return values;
    }

    /**
     * @throws IllegalArgumentException if the tensor has another rank
     */
    int[] shape(int rank) {
      if (shape.length != rank) {
        throw new IllegalArgumentException(
            "a tensor has " + shape.length + " dimensions, expected are " + rank);
      }
      return shape;
    }
  }

  /**
   * @param code of {@code BuiltinOperator}
   * @param options its table of options; empty where it has none
   */
  record Operator(int code, int[] inputs, int[] outputs, Optional<FlatbufferTable> options) {
    int input(int position) {
      if (position >= inputs.length) {
        throw new IllegalArgumentException("operator " + code + " lacks an input");
      }
      return inputs[position];
    }

    int output() {
      if (outputs.length != 1) {
        throw new IllegalArgumentException("operator " + code + " has not one output");
      }
      return outputs[0];
    }

    int number(int field) {
      return options.map(table -> table.number(field)).orElse(0);
    }

    int octet(int field) {
      return options.map(table -> table.octet(field)).orElse(0);
    }
  }

  /**
   * @throws IllegalArgumentException if the file is no TFLite model, or damaged
   */
  static TfliteModel parse(byte[] file) {
    FlatbufferTable model = FlatbufferTable.root(file);
    List<FlatbufferTable> codes = model.tables(1);
    List<FlatbufferTable> buffers = model.tables(4);
    FlatbufferTable graph = element(model.tables(2), 0);
    List<Tensor> tensors = new ArrayList<>();
    for (FlatbufferTable tensor : graph.tables(0)) {
      tensors.add(
          new Tensor(
              tensor.numbers(0), tensor.octet(1), element(buffers, tensor.number(2)).bytes(0)));
    }
    List<Operator> operators = new ArrayList<>();
    for (FlatbufferTable operator : graph.tables(3)) {
      FlatbufferTable code = element(codes, operator.number(0));
      // The wider field came later; files have either or both.
      operators.add(
          new Operator(
              Math.max(code.octet(0), code.number(3)),
              operator.numbers(1),
              operator.numbers(2),
              operator.table(4)));
    }
    return new TfliteModel(tensors, operators, graph.numbers(1), graph.numbers(2));
  }

  Tensor tensor(int index) {
    return element(tensors, index);
  }

  private static <T> T element(List<T> list, int index) {
    if (index < 0 || index >= list.size()) {
      throw new IllegalArgumentException("it has no element " + index);
    }
    return list.get(index);
  }
}
