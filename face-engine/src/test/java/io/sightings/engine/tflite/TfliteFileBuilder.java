package io.sightings.engine.tflite;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes small TFLite files: every table is followed by what it points at. */
final class TfliteFileBuilder {
  private static final int CAPACITY = 1 << 20;

  private final List<int[]> shapes = new ArrayList<>();
  private final List<float[]> weights = new ArrayList<>();
  private final List<Operator> operators = new ArrayList<>();
  private final ByteBuffer out = ByteBuffer.allocate(CAPACITY).order(ByteOrder.LITTLE_ENDIAN);

  /** An operator; octets and numbers of its options are by field. */
  record Operator(int code, int[] inputs, int output, int[] octets, int[] numbers) {}

  int tensor(int... shape) {
    return weights(null, shape);
  }

  int weights(float[] values, int... shape) {
    shapes.add(shape);
    weights.add(values);
    return shapes.size() - 1;
  }

  float[] weights(int tensor) {
    return weights.get(tensor);
  }

  int[] shape(int tensor) {
    return shapes.get(tensor);
  }

  List<Operator> operators() {
    return operators;
  }

  /** Adds an operator whose options are all 0, and returns its output. */
  int operator(int code, int[] outputShape, int... inputs) {
    return operator(code, outputShape, new int[6], new int[6], inputs);
  }

  /**
   * @param octets 8-bit options by field; 0 where the field is wider
   * @param numbers 32-bit options by field; 0 where the field is narrower
   */
  int operator(int code, int[] outputShape, int[] octets, int[] numbers, int... inputs) {
    int output = tensor(outputShape);
    operators.add(new Operator(code, inputs, output, octets, numbers));
    return output;
  }

  byte[] file(int input, int... outputs) {
    out.position(8); // the root's offset and the file's identifier
    int root = table(5);
    out.putInt(0, root);
    field(root, 1, vector(operators.size(), i -> code(operators.get(i).code)));
    int graph = graph(input, outputs);
    field(root, 2, vector(1, i -> graph));
    field(root, 4, vector(shapes.size(), this::buffer));
    return Arrays.copyOf(out.array(), out.position());
  }

  private int graph(int input, int[] outputs) {
    int graph = table(4);
    field(graph, 0, vector(shapes.size(), this::tensorTable));
    field(graph, 1, numbers(input));
    field(graph, 2, numbers(outputs));
    field(graph, 3, vector(operators.size(), this::operatorTable));
    return graph;
  }

  private int tensorTable(int index) {
    int tensor = table(3);
    inline(tensor, 2, index);
    field(tensor, 0, numbers(shapes.get(index)));
    return tensor;
  }

  private int buffer(int index) {
    int buffer = table(1);
    float[] values = weights.get(index);
    if (values != null) {
      int at = out.position();
      out.putInt(values.length * Float.BYTES);
      for (float value : values) {
        out.putFloat(value);
      }
      field(buffer, 0, at);
    }
    return buffer;
  }

  private int code(int code) {
    int table = table(4);
    inline(table, 3, code);
    return table;
  }

  private int operatorTable(int index) {
    Operator operator = operators.get(index);
    int table = table(5);
    inline(table, 0, index);
    field(table, 1, numbers(operator.inputs));
    field(table, 2, numbers(operator.output));
    int options = table(6);
    for (int i = 0; i < 6; i++) {
      inline(options, i, operator.octets[i] != 0 ? operator.octets[i] : operator.numbers[i]);
    }
    field(table, 4, options);
    return table;
  }

  /** A table with 32 bits for each field; fields that are never written are absent. */
  private int table(int fields) {
    int vtable = out.position();
    out.putShort((short) (4 + 2 * fields)).putShort((short) (4 + 4 * fields));
    for (int i = 0; i < fields; i++) {
      out.putShort((short) 0);
    }
    int table = out.position();
    out.putInt(table - vtable);
    out.position(table + 4 + 4 * fields);
    return table;
  }

  private void inline(int table, int field, int value) {
    present(table, field);
    out.putInt(table + 4 + 4 * field, value);
  }

  private void field(int table, int field, int target) {
    int at = table + 4 + 4 * field;
    present(table, field);
    out.putInt(at, target - at);
  }

  private void present(int table, int field) {
    int vtable = table - out.getInt(table);
    out.putShort(vtable + 4 + 2 * field, (short) (4 + 4 * field));
  }

  private int numbers(int... values) {
    int at = out.position();
    out.putInt(values.length);
    for (int value : values) {
      out.putInt(value);
    }
    return at;
  }

  private interface Element {
    int write(int index);
  }

  private int vector(int length, Element element) {
    int at = out.position();
    out.putInt(length);
    out.position(at + 4 + 4 * length);
    for (int i = 0; i < length; i++) {
      int entry = at + 4 + 4 * i;
      out.putInt(entry, element.write(i) - entry);
    }
    return at;
  }
}
