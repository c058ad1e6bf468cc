package io.sightings.ingest.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GRAY8;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_NV12;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_PAL8;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGBA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV410P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV411P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P10LE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV422P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV444P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ422P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ444P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUYV422;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;

import io.sightings.ingest.TestPhoto;
import io.sightings.ingest.picture.DisplayOrientation;
import io.sightings.ingest.settings.FrameArea;
import io.sightings.ingest.settings.SampleSettings;
import java.awt.image.BufferedImage;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTest {
  private static final int TRIALS = 40;

  /** A block of a JPEG may be off by so much near an edge. */
  private static final int RINGING = 60;

  /**
   * Two pictures that differ behind the masks only, in any pixel that reaches there, become the
   * same JPEG: so nothing of what is there can be in it.
   */
  @ParameterizedTest
  @ValueSource(
      ints = {
        AV_PIX_FMT_YUV420P,
        AV_PIX_FMT_YUVJ420P,
        AV_PIX_FMT_YUVJ422P,
        AV_PIX_FMT_YUVJ444P,
        AV_PIX_FMT_YUV422P,
        AV_PIX_FMT_YUV444P,
        AV_PIX_FMT_YUV411P,
        AV_PIX_FMT_YUV410P,
        AV_PIX_FMT_NV12,
        AV_PIX_FMT_YUYV422,
        AV_PIX_FMT_BGR24,
        AV_PIX_FMT_YUV420P10LE,
        AV_PIX_FMT_GRAY8,
        AV_PIX_FMT_RGBA
      })
  void whatIsBehindAMaskCannotBeTold(int format) throws Exception {
    Random random = new Random(format);
    int told = 0;
    for (int i = 0; i < TRIALS; i++) {
      Trial trial = Trial.random(format, random);
      SampleSettings open = trial.sample().withMasks(List.of());
      assertThat(trial.jpeg(1)).as(trial.toString()).isEqualTo(trial.jpeg(2));
      told += trial.jpeg(1, open).equals(trial.jpeg(2, open)) ? 0 : 1;
    }
    assertThat(told).as("pictures that differ without masks").isGreaterThan(TRIALS / 2);
  }

  record Trial(
      int width,
      int height,
      int format,
      int space,
      int range,
      int aspectNum,
      int aspectDen,
      DisplayOrientation orientation,
      SampleSettings sample,
      long seed) {

    static Trial random(int format, Random random) {
      FrameArea region = random.nextBoolean() ? null : area(random);
      List<FrameArea> masks =
          Stream.generate(() -> area(random)).limit(1 + random.nextInt(3)).toList();
      SampleSettings sample =
          SampleSettings.defaults()
              .withMaxWidth(random.nextBoolean() ? 0 : 64 + random.nextInt(64))
              .withRegion(region)
              .withMasks(masks);
      // Packed formats hold pixels in pairs.
      return new Trial(
          2 * (8 + random.nextInt(120)) + (format == AV_PIX_FMT_YUYV422 ? 0 : random.nextInt(2)),
          16 + random.nextInt(240),
          format,
          random.nextBoolean() ? AVCOL_SPC_BT709 : AVCOL_SPC_UNSPECIFIED,
          random.nextBoolean() ? AVCOL_RANGE_JPEG : AVCOL_RANGE_MPEG,
          1 + random.nextInt(3),
          1 + random.nextInt(3),
          DisplayOrientation.values()[random.nextInt(8)],
          sample,
          random.nextLong());
    }

    private static FrameArea area(Random random) {
      double width = 0.01 + 0.7 * random.nextDouble();
      double height = 0.01 + 0.7 * random.nextDouble();
      return new FrameArea(
          (1 - width) * random.nextDouble(), (1 - height) * random.nextDouble(), width, height);
    }

    /**
     * @param behind decides what is behind the masks
     */
    String jpeg(int behind) throws Exception {
      return jpeg(behind, sample);
    }

    String jpeg(int behind, SampleSettings used) throws Exception {
      Random shown = new Random(seed);
      Random hidden = new Random(seed + behind);
      AVPixFmtDescriptor pixels = av_pix_fmt_desc_get(format);
      List<FrameArea> masks = sample.masks().stream().map(orientation::asDecoded).toList();
      try (DrawnPictures pictures = new DrawnPictures();
          JpegWriter jpegs = new JpegWriter(used, 1 << 20)) {
        pictures.size(width, height, format).colours(space, range).aspect(aspectNum, aspectDen);
        pictures.turned(orientation);
        pictures.paint(
            (plane, x, y, part) -> {
              boolean packed = format == AV_PIX_FMT_YUYV422;
              boolean luma = plane == 0 && !(packed && part == 1);
              int left = packed && !luma ? x & ~1 : x;
              int across = luma ? 1 : 1 << pixels.log2_chroma_w();
              int down = luma ? 1 : 1 << pixels.log2_chroma_h();
              int open = shown.nextInt(256);
              int secret = hidden.nextInt(256);
              int value = reaches(masks, left, y, across, down) ? secret : open;
              return format == AV_PIX_FMT_YUV420P10LE && part == 1 ? value & 3 : value;
            });
        return HexFormat.of().formatHex(jpegs.write(pictures).bytes());
      }
    }

    private boolean reaches(List<FrameArea> masks, int x, int y, int across, int down) {
      // Asked of every sample of every picture.
      for (FrameArea mask : masks) {
        if (x < mask.right() * width
            && x + across > mask.x() * width
            && y < mask.bottom() * height
            && y + down > mask.y() * height) {
          return true;
        }
      }
      return false;
    }
  }

  @Test
  void aMaskIsBlackAndWhatIsAroundItIsNot() throws Exception {
    SampleSettings sample = masked(new FrameArea(0.25, 0.5, 0.25, 0.25));
    try (DrawnPictures white = white(160, 160);
        JpegWriter jpegs = new JpegWriter(sample, 1 << 20)) {
      BufferedImage picture = TestPhoto.decoded(jpegs.write(white).bytes());
      for (int y = 0; y < 160; y++) {
        for (int x = 0; x < 160; x++) {
          int brightness = picture.getRGB(x, y) & 0xFF;
          if (x >= 40 && x < 80 && y >= 80 && y < 120) {
            assertThat(brightness).isLessThan(RINGING);
          } else if (x < 39 || x >= 81 || y < 79 || y >= 121) {
            assertThat(brightness).isGreaterThan(255 - RINGING);
          }
        }
      }
    }
  }

  @Test
  void aWholePictureMaskedIsBlack() throws Exception {
    try (DrawnPictures white = white(161, 91);
        JpegWriter jpegs = new JpegWriter(masked(new FrameArea(0.0, 0.0, 1.0, 1.0)), 1 << 20)) {
      BufferedImage picture = TestPhoto.decoded(jpegs.write(white).bytes());
      assertThat(picture.getRGB(0, 0) & 0xFFFFFF).isZero();
      assertThat(picture.getRGB(160, 90) & 0xFFFFFF).isZero();
    }
  }

  @Test
  void aMaskStaysWhereItIsWhenACameraChangesItsResolution() throws Exception {
    SampleSettings sample = masked(new FrameArea(0.5, 0.5, 0.5, 0.5));
    try (JpegWriter jpegs = new JpegWriter(sample, 1 << 20);
        DrawnPictures large = white(320, 240);
        DrawnPictures small = white(160, 90);
        DrawnPictures again = white(320, 240)) {
      for (DrawnPictures pictures : List.of(large, small, again)) {
        EncodedImage image = jpegs.write(pictures);
        assertThat(image.width()).isEqualTo(pictures.frame().width());
        BufferedImage picture = TestPhoto.decoded(image.bytes());
        assertThat(TestPhoto.colourAt(picture, 0.75, 0.75)).isZero();
        assertThat(TestPhoto.colourAt(picture, 0.25, 0.75)).isEqualTo(0xFFFFFF);
      }
    }
  }

  @Test
  void aPictureOfAPaletteIsMaskedToo() throws Exception {
    try (DrawnPictures pictures = new DrawnPictures().size(64, 64, AV_PIX_FMT_PAL8);
        JpegWriter jpegs = new JpegWriter(masked(new FrameArea(0.0, 0.0, 0.5, 1.0)), 1 << 20)) {
      pictures.paint((plane, x, y, part) -> 7);
      pictures.frame().data(1).put(new byte[4 * 7]).position(4 * 7).putInt(-1);
      BufferedImage picture = TestPhoto.decoded(jpegs.write(pictures).bytes());
      assertThat(TestPhoto.colourAt(picture, 0.25, 0.5)).isZero();
      assertThat(TestPhoto.colourAt(picture, 0.75, 0.5)).isEqualTo(0xFFFFFF);
    }
  }

  @Test
  void theDecodersOwnPictureIsLeftAsItIs() throws Exception {
    try (DrawnPictures white = white(64, 64);
        JpegWriter jpegs = new JpegWriter(masked(new FrameArea(0.0, 0.0, 1.0, 1.0)), 1 << 20)) {
      jpegs.write(white);
      assertThat(white.frame().data(0).get(0) & 0xFF).isEqualTo(255);
    }
  }

  private static SampleSettings masked(FrameArea mask) {
    return SampleSettings.defaults().withQuality(2).withMasks(List.of(mask));
  }

  private static DrawnPictures white(int width, int height) {
    return new DrawnPictures()
        .size(width, height, AV_PIX_FMT_YUVJ420P)
        .paint((plane, x, y, part) -> plane == 0 ? 255 : 128);
  }
}
