package io.sightings.engine.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OnnxTensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GraphOutputCutterTest {

  @Test
  void aValueInsideTheGraphBecomesItsOnlyOutputAndTheRestGoes() throws Exception {
    OnnxGraphWriter graph = new OnnxGraphWriter();
    String input = graph.input("input", 1, 1, 2);
    String sum = graph.node("Add", input, graph.weights(new float[] {10}, 1));
    graph.output("out", graph.node("Mul", sum, graph.weights(new float[1000], 1000)));

    byte[] cut = GraphOutputCutter.cut(graph.toBytes(), List.of(sum));

    assertThat(cut.length).isLessThan(500);
    try (OnnxModel model = OnnxModel.load("cut", cut);
        DirectTensor in = new DirectTensor(1, 1, 1, 2);
        DirectTensor out = new DirectTensor(1, 1, 1, 2)) {
      in.values().put(0, new float[] {1, 2});
      Map<String, OnnxTensor> inputs = Map.of("input", in.tensor());
      model.run(inputs, Map.of(sum, out.tensor()));
      assertThat(out.values().get(1)).isEqualTo(12);
    }
  }

  @Test
  void aGraphWithoutTheValueIsRefused() {
    OnnxGraphWriter graph = new OnnxGraphWriter();
    graph.output("out", graph.node("Relu", graph.input("input", 1, 1, 2)));
    assertThatThrownBy(() -> GraphOutputCutter.cut(graph.toBytes(), List.of("462")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("462");
    assertThatThrownBy(() -> GraphOutputCutter.cut(new byte[] {0x3a, 5, 1}, List.of("462")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
