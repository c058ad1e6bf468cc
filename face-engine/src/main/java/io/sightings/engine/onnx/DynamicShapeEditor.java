package io.sightings.engine.onnx;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Frees an ONNX model of the one picture size written into its file. A fully convolutional network
 * runs at any size its strides divide; only the shapes noted in the file say otherwise. Field
 * numbers are those of {@code onnx.proto}.
 */
public final class DynamicShapeEditor {
  private static final int MODEL_GRAPH = 7;
  private static final int GRAPH_INPUT = 11;
  private static final int GRAPH_OUTPUT = 12;
  private static final int GRAPH_VALUE_INFO = 13;
  private static final int VALUE_TYPE = 2;
  private static final int TYPE_TENSOR = 1;
  private static final int TENSOR_SHAPE = 2;
  private static final int SHAPE_DIMENSION = 1;
  private static final int DIMENSION_NAME = 2;

  private DynamicShapeEditor() {}

  /**
   * @param onnx a model whose inputs are batch x channels x height x width
   * @return the same model with height and width left open
   */
  public static byte[] of(byte[] onnx) {
    return ProtobufEditor.edited(
        onnx, ProtobufEditor.field(MODEL_GRAPH, DynamicShapeEditor::graph));
  }

  private static byte @Nullable [] graph(byte[] graph) {
    return ProtobufEditor.edited(
        graph,
        (field, content) ->
            switch (field) {
              case GRAPH_INPUT -> withShape(content, DynamicShapeEditor::withOpenSides);
              case GRAPH_OUTPUT -> withShape(content, shape -> null);
              case GRAPH_VALUE_INFO ->
                  null; // shapes of what lies between: ONNX Runtime infers them itself
              default -> content;
            });
  }

  private static byte[] withShape(byte[] value, UnaryOperator<byte[]> edit) {
    return ProtobufEditor.edited(
        value,
        ProtobufEditor.field(
            VALUE_TYPE,
            type ->
                ProtobufEditor.edited(
                    type,
                    ProtobufEditor.field(
                        TYPE_TENSOR,
                        tensor ->
                            ProtobufEditor.edited(
                                tensor, ProtobufEditor.field(TENSOR_SHAPE, edit))))));
  }

  private static byte[] withOpenSides(byte[] shape) {
    int[] position = {0};
    return ProtobufEditor.edited(
        shape,
        ProtobufEditor.field(
            SHAPE_DIMENSION,
            dimension ->
                switch (position[0]++) {
                  case 2 -> ProtobufEditor.string(DIMENSION_NAME, "height".getBytes(US_ASCII));
                  case 3 -> ProtobufEditor.string(DIMENSION_NAME, "width".getBytes(US_ASCII));
                  default -> dimension;
                }));
  }
}
