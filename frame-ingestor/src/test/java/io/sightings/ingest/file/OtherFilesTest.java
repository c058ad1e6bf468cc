package io.sightings.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sightings.ingest.ReferringFile;
import io.sightings.ingest.ReferringFile.Prefix;
import io.sightings.ingest.TestVideo;
import io.sightings.ingest.address.MediaException;
import io.sightings.ingest.ffmpeg.FormatWhitelist;
import io.sightings.ingest.stream.ContainerSamples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** FFmpeg opens the file it is given and nothing else. */
class OtherFilesTest {
  /**
   * Demuxers of the build that open what their content or name refers to: found by reading FFmpeg
   * 8.0.1 for io_open, avformat_open_input and ffurl_open below libavformat.
   */
  private static final Set<String> OPEN_OTHERS =
      Set.of(
          "concat",
          "dash",
          "hls",
          "imf",
          "image2",
          "alias_pix",
          "brender_pix",
          "mlv",
          "vobsub",
          "sdp",
          "rtsp",
          "rtp",
          "sap");

  @TempDir Path dir;

  @ParameterizedTest
  @EnumSource(ReferringFile.class)
  void whatAFileRefersToIsNotOpened(ReferringFile kind) throws Exception {
    Path other = new TestVideo(96, 64).write(dir.resolve("private.ts"), 25, 30);
    Files.copy(other, dir.resolve("shot1.ppm"));
    Path file = dir.resolve(kind.fileName());
    for (Prefix prefix : Prefix.values()) {
      Files.write(file, kind.naming(prefix, other));

      assertThatThrownBy(() -> open(file).close())
          .as("%s after %s", kind, prefix)
          .isInstanceOf(MediaException.class)
          .hasMessageContaining("not a video FFmpeg can read");
    }
  }

  @Test
  void aListThatNamesItselfEndsNothing() throws Exception {
    Path file = dir.resolve("60b8d5503658244a.mp4");
    Files.write(file, ReferringFile.CONCAT.naming(Prefix.ID3, file));

    assertThatThrownBy(() -> open(file).close()).isInstanceOf(MediaException.class);
  }

  @Test
  void noFormatOfFilesOpensOthers() {
    Set<String> allowed = new HashSet<>(List.of(FormatWhitelist.files().split(",")));

    assertThat(allowed).doesNotContainAnyElementsOf(OPEN_OTHERS);
    assertThat(demuxers()).containsAll(allowed).containsAll(OPEN_OTHERS);
  }

  @Test
  void ofAllFormatsOfStreamsPlaylistsAndSessionsAloneOpenOthers() {
    Set<String> allowed = new TreeSet<>(List.of(FormatWhitelist.streams().split(",")));
    allowed.retainAll(OPEN_OTHERS);

    assertThat(allowed).containsExactly("hls", "rtp", "rtsp");
    assertThat(demuxers()).containsAll(List.of(FormatWhitelist.streams().split(",")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mp4", "mov", "m4v", "3gp", "mkv", "avi", "ts", "mts", "m2ts", "mpg", "mpeg", "vob", "flv",
        "wmv", "asf", "mxf", "nut", "mjpeg", "gif", "webm", "ogv", "h264", "ivf", "y4m", "apng",
        "rm", "wtv", "swf"
      })
  void aVideoThatHoldsAllItNeedsIsRead(String extension) throws Exception {
    Path file = ContainerSamples.write(dir.resolve("a." + extension));

    try (VideoFile video = open(file)) {
      int pictures = 0;
      while (video.next()) {
        pictures++;
      }
      assertThat(pictures).isEqualTo(ContainerSamples.PICTURES);
    }
  }

  @Test
  void aCodecThatIsNotOnTheListIsRefusedByItsName() throws Exception {
    assertThatThrownBy(() -> open(ContainerSamples.inVvc(dir.resolve("a.mp4"))).close())
        .isInstanceOf(MediaException.class)
        .hasMessage("video of the codec vvc is not read: convert it to H.264");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mp4", "mkv", "ts", "avi", "mpg", "flv", "wmv"})
  void aVideoWithSoundIsReadAlthoughNoSoundIsDecoded(String extension) throws Exception {
    try (VideoFile video = open(ContainerSamples.withSound(dir.resolve("a." + extension)))) {
      assertThat(video.next()).isTrue();
    }
  }

  private static VideoFile open(Path file) throws MediaException {
    return VideoFile.open(file, Duration.ofSeconds(10), 1, 50_000_000, false);
  }

  private static Set<String> demuxers() {
    Set<String> names = new HashSet<>();
    try (PointerPointer<Pointer> state = new PointerPointer<>(1)) {
      state.put(0, (Pointer) null);
      for (AVInputFormat format = avformat.av_demuxer_iterate(state);
          format != null;
          format = avformat.av_demuxer_iterate(state)) {
        names.addAll(Arrays.asList(format.name().getString().split(",")));
      }
    }
    return names;
  }
}
