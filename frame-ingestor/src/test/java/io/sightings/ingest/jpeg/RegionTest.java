package io.sightings.ingest.jpeg;

import static io.sightings.ingest.TestPhoto.colourAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;

import io.sightings.ingest.TestPhoto;
import io.sightings.ingest.picture.DisplayOrientation;
import io.sightings.ingest.settings.FrameArea;
import io.sightings.ingest.settings.SampleSettings;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Areas are those of the picture as people see it, however the camera lay. */
class RegionTest {
  private static final SampleSettings WHOLE = SampleSettings.defaults().withQuality(2);
  private static final FrameArea ABOVE_LEFT = new FrameArea(0.0, 0.0, 0.5, 0.5);

  @ParameterizedTest
  @EnumSource
  void aRegionIsThatOfTheUprightPicture(DisplayOrientation orientation) throws Exception {
    BufferedImage whole = written(WHOLE, orientation);
    BufferedImage quarter = written(WHOLE.withRegion(ABOVE_LEFT), orientation);

    assertThat(quarter.getWidth()).isEqualTo(whole.getWidth() / 2);
    assertThat(quarter.getHeight()).isEqualTo(whole.getHeight() / 2);
    int colour = colourAt(whole, 0.25, 0.25);
    assertThat(colourAt(quarter, 0.1, 0.1)).isEqualTo(colour);
    assertThat(colourAt(quarter, 0.9, 0.9)).isEqualTo(colour);
  }

  @ParameterizedTest
  @EnumSource
  void aMaskIsOnTheUprightPicture(DisplayOrientation orientation) throws Exception {
    BufferedImage whole = written(WHOLE, orientation);
    BufferedImage masked = written(WHOLE.withMasks(List.of(ABOVE_LEFT)), orientation);

    assertThat(colourAt(masked, 0.05, 0.05)).isZero();
    assertThat(colourAt(masked, 0.45, 0.45)).isZero();
    assertThat(colourAt(masked, 0.75, 0.25)).isEqualTo(colourAt(whole, 0.75, 0.25));
    assertThat(colourAt(masked, 0.25, 0.75)).isEqualTo(colourAt(whole, 0.25, 0.75));
    assertThat(colourAt(masked, 0.75, 0.75)).isEqualTo(colourAt(whole, 0.75, 0.75));
  }

  @ParameterizedTest
  @EnumSource
  void aMaskIsOnTheWholePictureNotOnTheRegion(DisplayOrientation orientation) throws Exception {
    FrameArea lowerHalf = new FrameArea(0.0, 0.5, 1.0, 0.5);
    FrameArea right = new FrameArea(0.75, 0.0, 0.25, 1.0);

    BufferedImage picture =
        written(WHOLE.withRegion(lowerHalf).withMasks(List.of(right, ABOVE_LEFT)), orientation);

    assertThat(colourAt(picture, 0.1, 0.5)).isNotZero();
    assertThat(colourAt(picture, 0.7, 0.5)).isNotZero();
    assertThat(colourAt(picture, 0.8, 0.5)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"640, 480, 64", "641, 481, 80", "1920, 1080, 640", "97, 1081, 64"})
  void theWidthIsThatOfTheRegion(int width, int height, int maxWidth) throws Exception {
    SampleSettings sample =
        WHOLE.withRegion(new FrameArea(0.5, 0.25, 0.5, 0.5)).withMaxWidth(maxWidth);

    BufferedImage picture = written(sample, DisplayOrientation.UPRIGHT, width, height);

    int regionWidth = width / 4 * 2;
    assertThat(picture.getWidth()).isEqualTo(Math.min(maxWidth, regionWidth));
    assertThat(picture.getHeight())
        .isCloseTo(height * picture.getWidth() / width, Offset.offset(12));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "3, 5", "17, 16", "640, 480"})
  void theSmallestRegionIsStillAPicture(int width, int height) throws Exception {
    for (DisplayOrientation orientation : DisplayOrientation.values()) {
      FrameArea corner = new FrameArea(0.999, 0.999, 0.001, 0.001);
      BufferedImage picture = written(WHOLE.withRegion(corner), orientation, width, height);
      assertThat(picture.getWidth()).isBetween(1, 2);
      assertThat(picture.getHeight()).isBetween(1, 2);
    }
  }

  @Test
  void pixelsThatAreNotSquareBecomeSo() throws Exception {
    try (DrawnPictures pictures = drawn(720, 576).aspect(16, 11);
        JpegWriter jpegs = new JpegWriter(WHOLE.withRegion(ABOVE_LEFT), 1 << 20)) {
      EncodedImage image = jpegs.write(pictures);
      assertThat(image.width()).isEqualTo(524);
      assertThat(image.height()).isEqualTo(288);
    }
  }

  private static BufferedImage written(SampleSettings sample, DisplayOrientation orientation)
      throws IOException {
    return written(sample, orientation, 192, 128);
  }

  private static BufferedImage written(
      SampleSettings sample, DisplayOrientation orientation, int width, int height)
      throws IOException {
    try (DrawnPictures pictures = drawn(width, height).turned(orientation);
        JpegWriter jpegs = new JpegWriter(sample, 8 << 20)) {
      EncodedImage image = jpegs.write(pictures);
      BufferedImage picture = TestPhoto.decoded(image.bytes());
      assertThat(picture.getWidth()).isEqualTo(image.width());
      assertThat(picture.getHeight()).isEqualTo(image.height());
      return picture;
    }
  }

  /** Blue, green, red and white quarters. */
  private static DrawnPictures drawn(int width, int height) {
    return new DrawnPictures()
        .size(width, height, AV_PIX_FMT_BGR24)
        .paint(
            (plane, x, y, part) -> {
              int quarter = (2 * x < width ? 0 : 1) + (2 * y < height ? 0 : 2);
              return quarter == 3 || quarter == part ? 255 : 0;
            });
  }
}
