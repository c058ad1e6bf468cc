package io.sightings.ingest.file;

import static io.sightings.ingest.TestPhoto.colourAt;
import static io.sightings.ingest.TestVideo.BLUE;
import static io.sightings.ingest.TestVideo.GREEN;
import static io.sightings.ingest.TestVideo.RED;
import static io.sightings.ingest.TestVideo.WHITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sightings.ingest.TestPhoto;
import io.sightings.ingest.TestVideo;
import io.sightings.ingest.address.MediaException;
import io.sightings.ingest.jpeg.EncodedImage;
import io.sightings.ingest.jpeg.JpegWriter;
import io.sightings.ingest.settings.SampleSettings;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VideoFileTest {
  private static final long MAX_PIXELS = 50_000_000;

  @TempDir Path dir;

  @ParameterizedTest
  @ValueSource(strings = {"a.mp4", "a.mkv", "a.avi"})
  void everyPictureComesWithItsTime(String name) throws Exception {
    Path file = new TestVideo(96, 64).write(dir.resolve(name), 25, 20);

    assertThat(times(file)).hasSize(20).startsWith(0L, 40_000L, 80_000L).endsWith(760_000L);
  }

  @Test
  void aVariableFrameRateIsKept() throws Exception {
    long[] uneven = {0, 33_000, 300_000, 310_000, 2_000_000, 2_040_000};
    Path file = new TestVideo(96, 64).write(dir.resolve("vfr.mp4"), uneven);

    assertThat(times(file))
        .containsExactly(0L, 33_000L, 300_000L, 310_000L, 2_000_000L, 2_040_000L);
  }

  @Test
  void aPictureTakenOnItsSideIsPublishedUpright() throws Exception {
    Path file = new TestVideo(96, 64).rotated(90).write(dir.resolve("phone.mp4"), 25, 3);

    EncodedImage image = first(file, 0);

    assertThat(image.width()).isEqualTo(64);
    assertThat(image.height()).isEqualTo(96);
    assertCorners(image, BLUE, RED, WHITE, GREEN);
  }

  @Test
  void aPictureTakenUpsideDownIsPublishedUpright() throws Exception {
    Path file = new TestVideo(96, 64).rotated(180).write(dir.resolve("phone.mp4"), 25, 3);

    assertCorners(first(file, 0), WHITE, BLUE, GREEN, RED);
  }

  @Test
  void aPictureTakenOnItsOtherSideIsPublishedUprightAndSmaller() throws Exception {
    Path file = new TestVideo(192, 128).rotated(270).write(dir.resolve("phone.mp4"), 25, 3);

    EncodedImage image = first(file, 64);

    assertThat(image.width()).isEqualTo(64);
    assertThat(image.height()).isEqualTo(96);
    assertCorners(image, GREEN, WHITE, RED, BLUE);
  }

  @Test
  void whiteIsWhiteAndBlackIsBlack() throws Exception {
    Path file = new TestVideo(96, 64).write(dir.resolve("a.mp4"), 25, 5);

    BufferedImage picture = TestPhoto.decoded(first(file, 0).bytes());

    assertThat(picture.getRGB(80, 50) & 0xFF).isGreaterThan(245);
    assertThat(picture.getRGB(1, 50) & 0xFF).isLessThan(25);
  }

  @Test
  void aPictureThatWouldBeTooLargeIsWrittenInLowerQuality() throws Exception {
    Path file = new TestVideo(320, 240).write(dir.resolve("a.mp4"), 25, 2);
    int usual = first(file, 0).bytes().length;

    try (VideoFile video = open(file);
        JpegWriter jpegs = new JpegWriter(best(0), usual - 1)) {
      video.next();
      assertThat(jpegs.write(video).bytes().length).isLessThan(usual);
    }
  }

  @Test
  void theTimeOfTheRecordingIsRead() throws Exception {
    Path file =
        new TestVideo(96, 64).createdAt("2026-11-21T09:30:00Z").write(dir.resolve("a.mp4"), 25, 50);

    try (VideoFile video = open(file)) {
      assertThat(video.createdAt()).isEqualTo(Instant.parse("2026-11-21T09:30:00Z"));
      assertThat(video.length()).isCloseTo(Duration.ofSeconds(2), Duration.ofMillis(100));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"notes.txt", "notes.mp4", "notes.ans"})
  void textIsNoVideo(String name) throws Exception {
    Path file = Files.writeString(dir.resolve(name), "Nothing to see here.\n".repeat(100));

    assertThatThrownBy(() -> open(file))
        .isInstanceOf(MediaException.class)
        .hasMessageContaining("not a video");
  }

  @Test
  void aPlaylistDoesNotMakeTheNetworkBeAsked() throws Exception {
    try (ServerSocketChannel server = ServerSocketChannel.open()) {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      server.configureBlocking(false);
      Path list =
          Files.writeString(
              dir.resolve("list.m3u8"),
              """
              #EXTM3U
              #EXT-X-TARGETDURATION:1
              #EXTINF:0.8,
              http://127.0.0.1:%d/a.ts
              #EXT-X-ENDLIST
              """
                  .formatted(server.socket().getLocalPort()));

      assertThatThrownBy(() -> open(list)).isInstanceOf(MediaException.class);
      assertThat(server.accept()).isNull();
    }
  }

  private static VideoFile open(Path file) throws MediaException {
    return VideoFile.open(file, Duration.ofSeconds(10), 1, MAX_PIXELS, false);
  }

  private static List<Long> times(Path file) throws IOException {
    List<Long> times = new ArrayList<>();
    try (VideoFile video = open(file)) {
      while (video.next()) {
        times.add(video.micros());
      }
    }
    return times;
  }

  private static EncodedImage first(Path file, int maxWidth) throws IOException {
    try (VideoFile video = open(file);
        JpegWriter jpegs = new JpegWriter(best(maxWidth), 8 << 20)) {
      assertThat(video.next()).isTrue();
      return jpegs.write(video);
    }
  }

  private static SampleSettings best(int maxWidth) {
    return SampleSettings.defaults().withQuality(2).withMaxWidth(maxWidth);
  }

  private static void assertCorners(
      EncodedImage image, int aboveLeft, int aboveRight, int belowLeft, int belowRight)
      throws IOException {
    BufferedImage picture = TestPhoto.decoded(image.bytes());
    assertThat(picture.getWidth()).isEqualTo(image.width());
    assertThat(picture.getHeight()).isEqualTo(image.height());
    assertThat(colourAt(picture, 0.25, 0.25)).isEqualTo(aboveLeft);
    assertThat(colourAt(picture, 0.75, 0.25)).isEqualTo(aboveRight);
    assertThat(colourAt(picture, 0.25, 0.75)).isEqualTo(belowLeft);
    assertThat(colourAt(picture, 0.75, 0.75)).isEqualTo(belowRight);
  }
}
