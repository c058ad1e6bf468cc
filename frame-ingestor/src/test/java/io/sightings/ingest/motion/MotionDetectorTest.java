package io.sightings.ingest.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GRAY8;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_NV12;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_PAL8;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_UYVY422;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUYV422;

import io.sightings.ingest.jpeg.DrawnPictures;
import io.sightings.ingest.picture.DisplayOrientation;
import io.sightings.ingest.settings.FrameArea;
import io.sightings.ingest.settings.SampleSettings;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.assertj.core.data.Offset;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MotionDetectorTest {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final SampleSettings ALL = SampleSettings.defaults();
  private static final IntUnaryOperator SAME = level -> level;

  /** A room in which somebody may stand. */
  private record Room(int left, int top, int side, double noise, IntUnaryOperator light) {
    static final Room EMPTY = new Room(0, 0, 0, 0, SAME);

    Room with(int x, int y, int size) {
      return new Room(x, y, size, noise, light);
    }

    Room noisy(double deviation) {
      return new Room(left, top, side, deviation, light);
    }

    Room lit(IntUnaryOperator other) {
      return new Room(left, top, side, noise, other);
    }

    /** From 40 at the left to 160 at the right, with a pattern, and a person of the darker ones. */
    DrawnPictures drawn(int format, long seed) {
      Random random = new Random(seed);
      return new DrawnPictures()
          .size(WIDTH, HEIGHT, format)
          .paint(
              (plane, x, y, part) -> {
                boolean someone = x >= left && x < left + side && y >= top && y < top + side;
                int wall = 40 + 120 * x / WIDTH + (x / 40 + y / 40) % 2 * 40;
                double level = light.applyAsInt(someone ? wall / 2 : wall);
                level += noise * random.nextGaussian();
                return (int) Math.max(0, Math.min(255, Math.round(level)));
              });
    }
  }

  @Test
  void whatIsStillHasNotChanged() {
    assertThat(change(ALL, Room.EMPTY, Room.EMPTY)).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {2, 5, 10, 20})
  void noiseIsNoChange(double noise) {
    assertThat(change(ALL, Room.EMPTY.noisy(noise), Room.EMPTY.noisy(noise))).isLessThan(0.0005);
  }

  @Test
  void somebodyIsAChangeOfHisSize() {
    assertThat(change(ALL, Room.EMPTY, Room.EMPTY.with(200, 100, 80)))
        .isCloseTo(80.0 * 80 / (WIDTH * HEIGHT), Offset.offset(0.012));
  }

  @Test
  void somebodyIsSeenInANoisyPicture() {
    assertThat(change(ALL, Room.EMPTY.noisy(10), Room.EMPTY.with(400, 100, 80).noisy(10)))
        .isGreaterThan(0.015);
  }

  @ParameterizedTest
  @CsvSource({"1.0, 30", "1.0, -30", "1.4, 0", "0.7, 0", "1.2, -20", "0.6, 40"})
  void aLampOrAnExposureIsNoChange(double gain, int offset) {
    IntUnaryOperator light = level -> (int) Math.round(level * gain + offset);

    assertThat(change(ALL, Room.EMPTY.noisy(3), Room.EMPTY.noisy(3).lit(light))).isLessThan(0.0005);
    assertThat(change(ALL, Room.EMPTY.noisy(3), Room.EMPTY.with(300, 40, 90).noisy(3).lit(light)))
        .isGreaterThan(0.02);
  }

  @Test
  void somebodyWhoFillsThePictureIsAChange() {
    Room near = Room.EMPTY.with(0, 0, 400);
    assertThat(change(ALL, Room.EMPTY.noisy(3), near.noisy(3))).isGreaterThan(0.25);
    assertThat(change(ALL, near.noisy(3), Room.EMPTY.noisy(3))).isGreaterThan(0.25);
  }

  @Test
  void aCoveredLensIsAChange() {
    assertThat(change(ALL, Room.EMPTY.noisy(3), Room.EMPTY.lit(level -> 12).noisy(3)))
        .isGreaterThan(0.05);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsMaskedHasNoPart(DisplayOrientation orientation) {
    SampleSettings masked = ALL.withMasks(List.of(new FrameArea(0.0, 0.0, 0.5, 0.5)));

    assertThat(seen(masked, orientation, new FrameArea(0.1, 0.1, 0.3, 0.3))).isZero();
    assertThat(seen(masked, orientation, new FrameArea(0.6, 0.1, 0.3, 0.3))).isPositive();
    assertThat(seen(masked, orientation, new FrameArea(0.1, 0.6, 0.3, 0.3))).isPositive();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsOutsideTheRegionHasNoPart(DisplayOrientation orientation) {
    SampleSettings region = ALL.withRegion(new FrameArea(0.0, 0.0, 0.5, 0.5));

    assertThat(seen(region, orientation, new FrameArea(0.6, 0.1, 0.3, 0.3))).isZero();
    assertThat(seen(region, orientation, new FrameArea(0.1, 0.6, 0.3, 0.3))).isZero();
    assertThat(seen(region, orientation, new FrameArea(0.0, 0.0, 0.5, 0.2)))
        .as("a share of the region")
        .isCloseTo(0.4, Offset.offset(0.05));
  }

  @Test
  void whatIsMaskedAltogetherNeverChanges() {
    SampleSettings masked = ALL.withMasks(List.of(new FrameArea(0.0, 0.0, 1.0, 1.0)));

    assertThat(change(masked, Room.EMPTY, Room.EMPTY.with(100, 100, 100))).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        AV_PIX_FMT_YUV420P,
        AV_PIX_FMT_YUVJ420P,
        AV_PIX_FMT_NV12,
        AV_PIX_FMT_YUYV422,
        AV_PIX_FMT_UYVY422,
        AV_PIX_FMT_GRAY8,
        AV_PIX_FMT_BGR24
      })
  void picturesOfEveryUsualFormatAreRead(int format) {
    MotionDetector detector = new MotionDetector(ALL);
    keep(detector, Room.EMPTY.drawn(format, 1));

    assertThat(change(detector, Room.EMPTY.drawn(format, 2))).isZero();
    assertThat(change(detector, Room.EMPTY.with(200, 100, 80).drawn(format, 3)))
        .isCloseTo(80.0 * 80 / (WIDTH * HEIGHT), Offset.offset(0.012));
  }

  @Test
  void aPictureStoredUpsideDownIsRead() {
    MotionDetector detector = new MotionDetector(ALL);
    keep(detector, upsideDown(Room.EMPTY.drawn(AV_PIX_FMT_BGR24, 1)));

    assertThat(
            change(detector, upsideDown(Room.EMPTY.with(200, 100, 80).drawn(AV_PIX_FMT_BGR24, 1))))
        .isCloseTo(80.0 * 80 / (WIDTH * HEIGHT), Offset.offset(0.012));
  }

  private static DrawnPictures upsideDown(DrawnPictures pictures) {
    AVFrame frame = pictures.frame();
    int stride = frame.linesize(0);
    frame.data(0, frame.data(0).getPointer((frame.height() - 1L) * stride)).linesize(0, -stride);
    return pictures;
  }

  @Test
  void whatCannotBeComparedIsNoNumber() {
    MotionDetector detector = new MotionDetector(ALL);
    assertThat(change(detector, Room.EMPTY.drawn(AV_PIX_FMT_GRAY8, 1))).isNaN();
    keep(detector, Room.EMPTY.drawn(AV_PIX_FMT_GRAY8, 1));
    assertThat(change(detector, new DrawnPictures().size(320, 180, AV_PIX_FMT_GRAY8))).isNaN();
    assertThat(change(detector, new DrawnPictures().size(320, 180, AV_PIX_FMT_PAL8))).isNaN();
  }

  private static double change(SampleSettings sample, Room before, Room now) {
    MotionDetector detector = new MotionDetector(sample);
    keep(detector, before.drawn(AV_PIX_FMT_YUVJ420P, 1));
    return change(detector, now.drawn(AV_PIX_FMT_YUVJ420P, 2));
  }

  /** How much of the picture has changed when a part of it has, as people see it. */
  private static double seen(
      SampleSettings sample, DisplayOrientation orientation, FrameArea shown) {
    FrameArea part = orientation.asDecoded(shown);
    MotionDetector detector = new MotionDetector(sample);
    keep(detector, Room.EMPTY.drawn(AV_PIX_FMT_GRAY8, 1).turned(orientation));
    DrawnPictures now =
        new DrawnPictures().size(WIDTH, HEIGHT, AV_PIX_FMT_GRAY8).turned(orientation);
    now.paint(
        (plane, x, y, byteOf) -> {
          int wall = 40 + 120 * x / WIDTH + (x / 40 + y / 40) % 2 * 40;
          boolean in =
              x >= part.x() * WIDTH
                  && x < part.right() * WIDTH
                  && y >= part.y() * HEIGHT
                  && y < part.bottom() * HEIGHT;
          return in ? wall / 2 : wall;
        });
    return change(detector, now);
  }

  private static void keep(MotionDetector detector, DrawnPictures pictures) {
    change(detector, pictures);
    detector.keep();
  }

  private static double change(MotionDetector detector, DrawnPictures pictures) {
    try (pictures) {
      return detector.change(pictures);
    }
  }
}
