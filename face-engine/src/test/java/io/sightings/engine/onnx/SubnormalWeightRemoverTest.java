package io.sightings.engine.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SubnormalWeightRemoverTest {
  private static final String FLOATS = "1001";
  private static final String INTEGERS = "1006";

  @Test
  void weightsThatChangeNothingBecomeZeroAndOthersStay() {
    byte[] model = model(FLOATS, 0.5f, 1e-40f, -3e-20f, 1e-6f, -2);
    assertThat(SubnormalWeightRemover.removed(model))
        .isEqualTo(model(FLOATS, 0.5f, 0, 0, 1e-6f, -2));
  }

  @Test
  void numbersThatAreNoFloatsAreLeftAlone() {
    byte[] model = model(INTEGERS, 1e-40f, 2);
    assertThat(SubnormalWeightRemover.removed(model)).isEqualTo(model);
  }

  /**
   * A model of nothing but one initializer: graph (7) { initializer (5) { type, raw data (9) } }.
   */
  private static byte[] model(String type, float... weights) {
    ByteBuffer raw =
        ByteBuffer.allocate(weights.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (float weight : weights) {
      raw.putFloat(weight);
    }
    String data = field("4a", HexFormat.of().formatHex(raw.array()));
    return HexFormat.of().parseHex(field("3a", field("2a", type + data)));
  }

  private static String field(String tag, String content) {
    return tag + HexFormat.of().toHexDigits((byte) (content.length() / 2)) + content;
  }
}
