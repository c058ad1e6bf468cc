package io.sightings.engine.onnx;

import java.util.List;

/**
 * Builds an ONNX file node by node. Equal calls give equal bytes. Field numbers are those of {@code
 * onnx.proto}.
 */
public final class OnnxGraphWriter {
  private static final int IR_VERSION = 8;
  private static final int OPSET = 12;
  private static final int FLOAT = 1;
  private static final int ATTRIBUTE_INT = 2;
  private static final int ATTRIBUTE_STRING = 3;
  private static final int ATTRIBUTE_INTS = 7;

  private final ProtobufWriter graph = new ProtobufWriter();
  private int names;

  /** The attributes of one node. */
  public static final class Attributes {
    private final ProtobufWriter fields = new ProtobufWriter();

    public Attributes with(String name, int value) {
      return add(new ProtobufWriter().string(1, name).number(3, value).number(20, ATTRIBUTE_INT));
    }

    public Attributes with(String name, String value) {
      return add(
          new ProtobufWriter().string(1, name).string(4, value).number(20, ATTRIBUTE_STRING));
    }

    public Attributes with(String name, int[] values) {
      ProtobufWriter attribute = new ProtobufWriter().string(1, name);
      for (int value : values) {
        attribute.number(8, value);
      }
      return add(attribute.number(20, ATTRIBUTE_INTS));
    }

    private Attributes add(ProtobufWriter attribute) {
      fields.message(5, attribute);
      return this;
    }
  }

  /** Adds a node with one output and returns the output's name. */
  public String node(String operator, List<String> inputs, Attributes attributes) {
    String output = "t" + names++;
    node(operator, inputs, output, attributes);
    return output;
  }

  /** Adds a node without attributes. */
  public String node(String operator, String... inputs) {
    return node(operator, List.of(inputs), new Attributes());
  }

  /** Adds weights and returns their name. */
  public String weights(float[] values, int... shape) {
    String name = "w" + names++;
    ProtobufWriter tensor = new ProtobufWriter();
    for (int side : shape) {
      tensor.number(1, side);
    }
    graph.message(5, tensor.number(2, FLOAT).string(8, name).rawFloats(9, values));
    return name;
  }

  /** The input: batch x channels x height x width, with the batch left open. */
  public String input(String name, int channels, int height, int width) {
    ProtobufWriter shape = new ProtobufWriter().message(1, new ProtobufWriter().string(2, "batch"));
    for (int side : new int[] {channels, height, width}) {
      shape.message(1, new ProtobufWriter().number(1, side));
    }
    ProtobufWriter tensor = new ProtobufWriter().number(1, FLOAT).message(2, shape);
    graph.message(11, new ProtobufWriter().string(1, name).message(2, typed(tensor)));
    return name;
  }

  /** Makes a value an output of the graph under this name. */
  public void output(String name, String value) {
    node("Identity", List.of(value), name, new Attributes());
    graph.encoded(output(name));
  }

  /** The file. */
  public byte[] toBytes() {
    graph.string(2, "graph");
    return new ProtobufWriter()
        .number(1, IR_VERSION)
        .string(2, "sightings")
        .message(7, graph)
        .message(8, new ProtobufWriter().string(1, "").number(2, OPSET))
        .toBytes();
  }

  /** The field of a graph that declares a float output of any shape. */
  static byte[] output(String name) {
    ProtobufWriter tensor = new ProtobufWriter().number(1, FLOAT);
    return new ProtobufWriter()
        .message(12, new ProtobufWriter().string(1, name).message(2, typed(tensor)))
        .toBytes();
  }

  private static ProtobufWriter typed(ProtobufWriter tensor) {
    return new ProtobufWriter().message(1, tensor);
  }

  private void node(String operator, List<String> inputs, String output, Attributes attributes) {
    ProtobufWriter node = new ProtobufWriter();
    inputs.forEach(input -> node.string(1, input));
    node.string(2, output).string(4, operator).encoded(attributes.fields.toBytes());
    graph.message(1, node);
  }
}
