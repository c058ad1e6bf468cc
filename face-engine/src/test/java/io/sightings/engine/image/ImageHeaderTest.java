package io.sightings.engine.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.engine.Pictures;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageHeaderTest {

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png", "bmp"})
  void aPictureTellsItsSizeAndThatItIsWhole(String format) {
    assertThat(ImageHeader.read(Pictures.disc(123, 45, format)))
        .hasValueSatisfying(
            header -> {
              assertThat(header.width()).isEqualTo(123);
              assertThat(header.height()).isEqualTo(45);
              assertThat(header.complete()).isTrue();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png", "bmp"})
  void aPictureWithoutItsSecondHalfIsNotWhole(String format) {
    byte[] whole = Pictures.disc(640, 480, format);
    assertThat(ImageHeader.read(Arrays.copyOf(whole, whole.length / 2)))
        .hasValueSatisfying(header -> assertThat(header.complete()).isFalse());
  }

  @Test
  void theThreeKindsOfWebpTellTheirSize() {
    assertThat(
            ImageHeader.read(
                hex("52494646 12000000 57454250 56503820 0a000000 000000 9d012a 4001 f000")))
        .hasValueSatisfying(header -> assertThat(header.pixels()).isEqualTo(320 * 240));
    assertThat(ImageHeader.read(hex("52494646 11000000 57454250 5650384c 05000000 2f 3fc13b00")))
        .hasValueSatisfying(header -> assertThat(header.pixels()).isEqualTo(320 * 240));
    assertThat(
            ImageHeader.read(
                hex("52494646 16000000 57454250 56503858 0a000000 00000000 3f0100 ef0000")))
        .hasValueSatisfying(header -> assertThat(header.pixels()).isEqualTo(320 * 240));
  }

  @Test
  void bytesAfterTheEndOfAJpegDoNoHarm() {
    byte[] jpeg = Pictures.disc(64, 64, "jpg");
    assertThat(ImageHeader.read(Arrays.copyOf(jpeg, jpeg.length + 100)))
        .hasValueSatisfying(header -> assertThat(header.complete()).isTrue());
  }

  @Property
  void anyBytesAreReadWithoutAnException(@ForAll("almostPictures") byte[] bytes) {
    assertThat(ImageHeader.read(bytes).map(ImageHeader::pixels).orElse(1L)).isPositive();
  }

  /** Random bytes behind the beginnings of the four formats, so that every reader is reached. */
  @Provide
  Arbitrary<byte[]> almostPictures() {
    Arbitrary<byte[]> starts =
        Arbitraries.of(
            hex(""),
            hex("ffd8ff"),
            hex("ffd8ffc0"),
            hex("89504e470d0a1a0a 0000000d 49484452"),
            hex("424d"),
            hex("424d 00000000 00000000 00000000 28000000"),
            hex("52494646 ffffffff 57454250"),
            hex("52494646 00000000 57454250 5650384c"));
    Arbitrary<byte[]> rests = Arbitraries.bytes().array(byte[].class).ofMinSize(0).ofMaxSize(80);
    return starts.flatMap(start -> rests.map(rest -> joined(start, rest)));
  }

  private static byte[] joined(byte[] start, byte[] rest) {
    byte[] both = Arrays.copyOf(start, start.length + rest.length);
    System.arraycopy(rest, 0, both, start.length, rest.length);
    return both;
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }
}
