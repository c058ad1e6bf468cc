package io.sightings.engine.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sightings.contract.image.ImageLimits;
import io.sightings.contract.image.UnreadableImageException;
import io.sightings.contract.image.UnreadableImageException.Reason;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.FacelessPictures;
import java.util.Arrays;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureDecoderTest {
  private final PictureDecoder decoder =
      new PictureDecoder(EngineSettings.Image.of(ImageLimits.of(200_000, 2_000_000), 2), 160);

  @AfterEach
  void close() {
    decoder.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png", "bmp"})
  void aPictureKeepsItsColours(String format) throws UnreadableImageException {
    DecodedPicture picture = decoder.decode(FacelessPictures.disc(200, 100, format));
    assertThat(picture.width()).isEqualTo(200);
    assertThat(picture.height()).isEqualTo(100);
    assertThat(blueGreenRed(picture, 50, 25))
        .satisfies(colour -> assertThat(colour[2]).isGreaterThan(240));
    assertThat(blueGreenRed(picture, 50, 25)[0]).isLessThan(20);
    assertThat(blueGreenRed(picture, 150, 75)[0]).isGreaterThan(240);
  }

  @Test
  void aWebpPictureKeepsItsColours() throws UnreadableImageException {
    DecodedPicture picture =
        decoder.decode(FacelessPictures.webp(FacelessPictures.disc(200, 100, "png")));
    assertThat(picture.width()).isEqualTo(200);
    assertThat(picture.height()).isEqualTo(100);
    assertThat(blueGreenRed(picture, 50, 25)[0]).isLessThan(20);
    assertThat(blueGreenRed(picture, 150, 75)[0]).isGreaterThan(240);
  }

  @Test
  void aLargeJpegIsDecodedNoLargerThanNeededAndKeepsItsSize() throws UnreadableImageException {
    DecodedPicture picture = decoder.decode(FacelessPictures.disc(1300, 650, "jpg"));
    assertThat(picture.pixels().cols()).isEqualTo(325);
    assertThat(picture.width()).isEqualTo(1300);
    assertThat(picture.height()).isEqualTo(650);
    assertThat(picture.reduction()).isEqualTo(4);
  }

  @Test
  void aPhotoTakenWithTheCameraTurnedIsTurnedBack() throws UnreadableImageException {
    DecodedPicture picture =
        decoder.decode(FacelessPictures.turned(FacelessPictures.disc(200, 100, "jpg")));
    assertThat(picture.width()).isEqualTo(100);
    assertThat(picture.height()).isEqualTo(200);
    assertThat(blueGreenRed(picture, 75, 50)[0])
        .as("the disc is now at the upper right")
        .isLessThan(20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png", "bmp"})
  void thePixelsOfAPictureAreFreeAsSoonAsTheDecoderReleasesThem(String format)
      throws UnreadableImageException {
    DecodedPicture picture = decoder.decode(FacelessPictures.disc(200, 100, format));
    assertThat(picture.pixels().u().refcount()).as("references to the pixels").isEqualTo(1);
    decoder.release();
    assertThat(picture.pixels().empty()).isTrue();
  }

  @Test
  void theNextPictureDoesNotDependOnTheOneBefore() throws UnreadableImageException {
    decoder.decode(FacelessPictures.disc(500, 400, "jpg"));
    DecodedPicture picture = decoder.decode(FacelessPictures.disc(60, 80, "png"));
    assertThat(picture.pixels().cols()).isEqualTo(60);
    assertThat(picture.pixels().rows()).isEqualTo(80);
  }

  @Test
  void whatIsNoPictureIsRefusedWithItsReason() {
    assertThat(reason(new byte[0])).isEqualTo(Reason.EMPTY);
    assertThat(reason("no picture at all".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .isEqualTo(Reason.NOT_AN_IMAGE);
    assertThat(reason(new byte[200_001])).isEqualTo(Reason.TOO_MANY_BYTES);
    assertThat(reason(FacelessPictures.disc(2001, 1000, "png"))).isEqualTo(Reason.TOO_MANY_PIXELS);
  }

  @Test
  void aJpegCutOffByABrokenConnectionIsRefused() {
    byte[] whole = FacelessPictures.disc(640, 480, "jpg");
    assertThat(reason(Arrays.copyOf(whole, whole.length - 2))).isEqualTo(Reason.TRUNCATED);
  }

  @Test
  void aPngWithAWrongByteInItsHeaderIsRefused() {
    byte[] png = FacelessPictures.disc(64, 64, "png");
    png[24] = 77; // the bit depth
    assertThat(reason(png)).isEqualTo(Reason.CORRUPT);
  }

  private Reason reason(byte[] image) {
    return catchThrowableOfType(UnreadableImageException.class, () -> decoder.decode(image))
        .reason();
  }

  private static int[] blueGreenRed(DecodedPicture picture, int x, int y) {
    try (UByteIndexer pixels = picture.pixels().createIndexer()) {
      return new int[] {pixels.get(y, x, 0), pixels.get(y, x, 1), pixels.get(y, x, 2)};
    }
  }
}
