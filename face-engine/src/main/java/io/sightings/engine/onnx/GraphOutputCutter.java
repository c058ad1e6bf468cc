package io.sightings.engine.onnx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Gives an ONNX model other outputs: values from inside its graph. Nodes and weights that the new
 * outputs do not need are left out. Field numbers are those of {@code onnx.proto}.
 */
public final class GraphOutputCutter {
  private static final int MODEL_GRAPH = 7;
  private static final int GRAPH_NODE = 1;
  private static final int GRAPH_INITIALIZER = 5;
  private static final int GRAPH_OUTPUT = 12;
  private static final int GRAPH_VALUE_INFO = 13;
  private static final int NODE_INPUT = 1;
  private static final int NODE_OUTPUT = 2;
  private static final int TENSOR_NAME = 8;

  private GraphOutputCutter() {}

  /**
   * @param outputs names of float values inside the graph
   * @throws IllegalArgumentException if the file is no ONNX model or has no such values
   */
  public static byte[] cut(byte[] onnx, List<String> outputs) {
    return ProtobufEditor.edited(
        onnx, ProtobufEditor.field(MODEL_GRAPH, graph -> cutGraph(graph, outputs)));
  }

  private static byte[] cutGraph(byte[] graph, List<String> outputs) {
    Set<String> needed = new HashSet<>(outputs);
    Set<String> produced = new HashSet<>();
    List<byte[]> nodes = fields(graph, GRAPH_NODE);
    boolean[] kept = new boolean[nodes.size()];
    // ONNX lists nodes in the order in which they run.
    for (int i = nodes.size() - 1; i >= 0; i--) {
      List<String> made = strings(nodes.get(i), NODE_OUTPUT);
      if (made.stream().anyMatch(needed::contains)) {
        kept[i] = true;
        produced.addAll(made);
        needed.addAll(strings(nodes.get(i), NODE_INPUT));
      }
    }
    if (!produced.containsAll(outputs)) {
      throw new IllegalArgumentException("The model has no values " + outputs + ".");
    }
    int[] node = {0};
    byte[] rest =
        ProtobufEditor.edited(
            graph,
            (field, content) ->
                switch (field) {
                  case GRAPH_NODE -> kept[node[0]++] ? content : null;
                  case GRAPH_INITIALIZER ->
                      needed.containsAll(strings(content, TENSOR_NAME)) ? content : null;
                  case GRAPH_OUTPUT, GRAPH_VALUE_INFO -> null;
                  default -> content;
                });
    ProtobufWriter result = new ProtobufWriter().encoded(rest);
    outputs.forEach(output -> result.encoded(OnnxGraphWriter.output(output)));
    return result.toBytes();
  }

  private static List<String> strings(byte[] message, int number) {
    return fields(message, number).stream().map(bytes -> new String(bytes, UTF_8)).toList();
  }

  private static List<byte[]> fields(byte[] message, int number) {
    List<byte[]> found = new ArrayList<>();
    ProtobufEditor.edited(
        message,
        ProtobufEditor.field(
            number,
            content -> {
              found.add(content);
              return content;
            }));
    return found;
  }
}
