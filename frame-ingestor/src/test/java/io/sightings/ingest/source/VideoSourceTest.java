package io.sightings.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sightings.contract.image.ImageLimits;
import io.sightings.ingest.Media;
import io.sightings.ingest.TestVideo;
import io.sightings.ingest.address.MediaException;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.SourceSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VideoSourceTest {
  private static final Instant START = Instant.parse("2026-11-21T09:30:00Z");

  @TempDir Path dir;

  @Test
  void fiveFramesOfEachSecondArePublishedWithTheirCaptureTimes() throws Exception {
    Path file = new TestVideo(96, 64).write(dir.resolve("a.mp4"), 25, 50);

    RecordedSink sink = run(file, 5);

    assertThat(sink.read).isEqualTo(50);
    assertThat(sink.times())
        .containsExactlyElementsOf(
            LongStream.range(0, 10).mapToObj(i -> START.plusMillis(200 * i)).toList());
    assertThat(sink.ended).containsExactly(START.plusMillis(1960));
    assertThat(sink.heartbeats).isEmpty();
  }

  @Test
  void theTimeGoesOnBetweenRareFrames() throws Exception {
    Path file = new TestVideo(96, 64).write(dir.resolve("a.mp4"), 10, 60);

    RecordedSink sink = run(file, 0.25);

    assertThat(sink.times()).containsExactly(START, START.plusSeconds(4));
    assertThat(sink.heartbeats)
        .containsExactly(
            START.plusSeconds(1), START.plusSeconds(2), START.plusSeconds(3), START.plusSeconds(5));
  }

  @Test
  void theCaptureTimeIsWhatTheFileSaysOfTheRecording() throws Exception {
    Path file =
        new TestVideo(96, 64).createdAt("2026-11-20T08:00:00Z").write(dir.resolve("a.mp4"), 25, 5);

    assertThat(runWithoutStart(file).times().get(0)).isEqualTo("2026-11-20T08:00:00Z");
  }

  @Test
  void aRecordingThatSaysNothingEndedWhenItsFileWasWritten() throws Exception {
    Path file = new TestVideo(96, 64).write(dir.resolve("a.mkv"), 25, 50);
    Files.setLastModifiedTime(file, FileTime.from(START));

    assertThat(runWithoutStart(file).times().get(0))
        .isBetween(START.minusMillis(2100), START.minusMillis(1900));
  }

  @Test
  void theSameVideoReadAgainHasTheSameEpoch() throws Exception {
    Path file = new TestVideo(96, 64).write(dir.resolve("a.mp4"), 25, 10);
    Path copy = Files.copy(file, dir.resolve("copy.mp4"));

    assertThat(run(copy, 5).epoch).isEqualTo(run(file, 5).epoch).matches("[0-9a-f]{16}");
  }

  @Test
  void otherContentSamplesOrTimesHaveAnotherEpoch() throws Exception {
    Path file = new TestVideo(96, 64).write(dir.resolve("a.mp4"), 25, 10);
    Path other = new TestVideo(96, 64).write(dir.resolve("b.mp4"), 25, 11);
    SourceSettings later = SourceSettings.of(file.toString()).withStart(START.plusSeconds(1));

    assertThat(
            Arrays.asList(
                run(file, 5).epoch,
                run(other, 5).epoch,
                run(file, 6).epoch,
                run(settings(5), later).epoch))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.mp4", "a.mkv"})
  void whatIsLeftOfATruncatedVideoIsPublished(String name) throws Exception {
    Path whole = new TestVideo(320, 240).write(dir.resolve("whole-" + name), 25, 250);
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = Files.write(dir.resolve(name), Arrays.copyOf(bytes, bytes.length * 6 / 10));
    RecordedSink sink = new RecordedSink();

    assertThatThrownBy(() -> source(settings(5), named(cut)).run(sink))
        .isInstanceOf(MediaException.class)
        .hasMessageMatching("the file is damaged after [4-7]\\.\\d s.* published nevertheless");
    assertThat(sink.images).hasSizeBetween(20, 40);
    assertThat(sink.ended).hasSize(1);
  }

  @Test
  void aPictureTooLargeToBeSentLeavesAHeartbeatInItsPlace() throws Exception {
    Path file = new TestVideo(640, 480).write(dir.resolve("a.mp4"), 25, 50);
    IngestorSettings tight = settings(5).withImage(ImageLimits.of(1024, 50_000_000));

    RecordedSink sink = run(tight, named(file));

    assertThat(sink.images).isEmpty();
    assertThat(sink.rejected).hasSize(10);
    assertThat(sink.heartbeats)
        .containsExactlyElementsOf(
            LongStream.range(0, 10).mapToObj(i -> START.plusMillis(200 * i)).toList());
  }

  @Test
  void aVideoWithABrokenMiddleIsPublishedAroundIt() throws Exception {
    Path file = new TestVideo(320, 240).write(dir.resolve("a.mp4"), 25, 250);
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 20_000, (byte) 0x55);
    Files.write(file, bytes);
    RecordedSink sink = new RecordedSink();

    assertThatThrownBy(() -> source(settings(5), named(file)).run(sink))
        .isInstanceOf(MediaException.class)
        .hasMessageContaining("damaged in ");
    assertThat(sink.times().get(sink.times().size() - 1)).isAfter(START.plusSeconds(9));
    assertThat(sink.ended).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "facenet-pytorch_video.mp4, 105, 21",
    "face_recognition_short_hamilton_clip.mp4, 275, 46",
    "sample-videos_again.mkv, 77, 13",
    "sample-videos_one-by-one-person-detection.mp4, 1394, 697"
  })
  void realVideosAreReadToTheirLastFrame(String name, int frames, int sampled) throws Exception {
    RecordedSink sink = run(Media.folder("videos").resolve(name), 5);

    assertThat(sink.read).isEqualTo(frames);
    assertThat(sink.images).hasSize(sampled);
  }

  private static IngestorSettings settings(double fps) {
    IngestorSettings defaults = IngestorSettings.defaults();
    return defaults.withSample(defaults.sample().withFps(fps));
  }

  private static SourceSettings named(Path file) {
    return SourceSettings.of(file.toString()).withStart(START);
  }

  private static RecordedSink run(Path file, double fps) throws Exception {
    return run(settings(fps), named(file));
  }

  private static RecordedSink runWithoutStart(Path file) throws Exception {
    return run(settings(5), SourceSettings.of(file.toString()));
  }

  private static RecordedSink run(IngestorSettings settings, SourceSettings named)
      throws Exception {
    RecordedSink sink = new RecordedSink();
    source(settings, named).run(sink);
    return sink;
  }

  private static FrameSource source(IngestorSettings settings, SourceSettings named)
      throws IOException {
    return new InputResolver(settings).resolve(named).get(0);
  }
}
