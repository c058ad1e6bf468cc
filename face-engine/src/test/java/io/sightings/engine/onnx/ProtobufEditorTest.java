package io.sightings.engine.onnx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ProtobufEditorTest {
  /** Field 1 = 150, field 2 = "testing", field 3 = a fixed number. */
  private static final byte[] MESSAGE =
      HexFormat.of().parseHex("089601120774657374696e671d01020304");

  @Test
  void whatIsNotEditedStaysAsItWas() {
    assertThat(ProtobufEditor.edited(MESSAGE, (field, content) -> content)).isEqualTo(MESSAGE);
  }

  @Test
  void aFieldIsReplacedOrLeftOut() {
    byte[] replaced =
        ProtobufEditor.edited(MESSAGE, ProtobufEditor.field(2, content -> "x".getBytes(UTF_8)));
    assertThat(replaced).isEqualTo(HexFormat.of().parseHex("0896011201781d01020304"));
    assertThat(ProtobufEditor.edited(MESSAGE, ProtobufEditor.field(2, content -> null)))
        .isEqualTo(HexFormat.of().parseHex("0896011d01020304"));
  }

  @Test
  void aNumberIsReadAndAbsentOnesAreZero() {
    assertThat(ProtobufEditor.number(MESSAGE, 1)).isEqualTo(150);
    assertThat(ProtobufEditor.number(MESSAGE, 9)).isZero();
  }

  @Test
  void aMessageThatStopsInAFieldIsRefused() {
    assertThatThrownBy(
            () ->
                ProtobufEditor.edited(
                    HexFormat.of().parseHex("12077465"), (field, content) -> content))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void anyBytesAreEitherCopiedOrRefused(@ForAll byte[] bytes) {
    try {
      ProtobufEditor.edited(bytes, (field, content) -> content);
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageContaining("protobuf");
    }
  }
}
