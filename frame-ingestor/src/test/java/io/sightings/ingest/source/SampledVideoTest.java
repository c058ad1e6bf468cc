package io.sightings.ingest.source;

import static io.sightings.ingest.TestVideo.BLUE;
import static io.sightings.ingest.TestVideo.GREEN;
import static io.sightings.ingest.TestVideo.RED;
import static io.sightings.ingest.TestVideo.WHITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sightings.ingest.Media;
import io.sightings.ingest.TestPhoto;
import io.sightings.ingest.TestVideo;
import io.sightings.ingest.address.MediaException;
import io.sightings.ingest.jpeg.EncodedImage;
import io.sightings.ingest.settings.FrameArea;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.SampleSettings;
import io.sightings.ingest.settings.SourceSettings;
import io.sightings.scenes.PersonWalk;
import io.sightings.scenes.SceneVideoWriter;
import io.sightings.scenes.WalkScene;
import io.sightings.scenes.person.PersonGenerator;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the settings of a sample do to recordings. */
class SampledVideoTest {
  private static final Instant START = Instant.parse("2026-11-21T09:30:00Z");
  private static final SampleSettings DEFAULTS = SampleSettings.defaults();

  /** Key frames of {@link TestVideo} are so many frames apart, which is 0.4 s at 25 per second. */
  private static final int GOP = 10;

  @TempDir Path dir;

  @ParameterizedTest
  @ValueSource(strings = {"a.mp4", "a.mkv", "a.avi"})
  void onlyKeyFramesAreDecoded(String name) throws Exception {
    Path file = new TestVideo(96, 64).write(dir.resolve(name), 25, 55);

    RecordedSink sink = run(file, DEFAULTS.withFps(0).withKeyFramesOnly(true));

    assertThat(sink.read).isEqualTo(6);
    assertThat(sink.times())
        .containsExactlyElementsOf(
            IntStream.range(0, 6).mapToObj(i -> START.plusMillis(40L * GOP * i)).toList());
  }

  @Test
  void ofEachPeriodTheFirstKeyFrameIsTaken() throws Exception {
    Path file = new TestVideo(96, 64).write(dir.resolve("a.mp4"), 25, 75);

    RecordedSink sink = run(file, DEFAULTS.withFps(1).withKeyFramesOnly(true));

    assertThat(sink.times()).containsExactly(START, START.plusMillis(1200), START.plusMillis(2000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.mp4", "a.mkv"})
  void aRecordingThatEndsLongAfterItsLastKeyFrameIsWhole(String name) throws Exception {
    long[] rare = IntStream.range(0, 19).mapToLong(i -> i * 400_000L).toArray();
    Path file = new TestVideo(96, 64).write(dir.resolve(name), rare);

    RecordedSink sink = run(file, DEFAULTS.withKeyFramesOnly(true));

    assertThat(sink.times()).containsExactly(START, START.plusMillis(4000));
  }

  @Test
  void aRecordingCutShortIsNoticedWithKeyFramesAlone() throws Exception {
    Path whole = new TestVideo(320, 240).write(dir.resolve("whole.mp4"), 25, 250);
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = Files.write(dir.resolve("a.mp4"), Arrays.copyOf(bytes, bytes.length / 2));

    assertThatThrownBy(() -> run(cut, DEFAULTS.withKeyFramesOnly(true)))
        .isInstanceOf(MediaException.class)
        .hasMessageContaining("the file is damaged after");
  }

  @Test
  void picturesAreTakenWhileSomebodyWalksThroughAndHeartbeatsSentWhileNobodyDoes()
      throws Exception {
    RecordedSink sink = run(somebodyPassesTwice(), DEFAULTS.withFps(5).withMotion(0.005));

    assertThat(sink.times().get(0)).isEqualTo(START);
    assertThat(taken(sink, 0.3, 2)).isEmpty();
    // Out of sight at its beginning and its end, and slowest in the middle.
    assertThat(taken(sink, 2.8, 5.2)).hasSizeGreaterThanOrEqualTo(11);
    assertThat(taken(sink, 6.5, 9)).isEmpty();
    assertThat(taken(sink, 9.8, 12.2)).hasSizeGreaterThanOrEqualTo(11);
    assertThat(sink.heartbeats)
        .contains(START.plusSeconds(1), START.plusSeconds(2))
        .anyMatch(time -> time.isAfter(START.plusMillis(7500)));
    assertNoSilenceBeyond(Duration.ofMillis(1100), sink);
  }

  @Test
  void whatMovesBehindAMaskIsNotTaken() throws Exception {
    SampleSettings sample = DEFAULTS.withFps(5).withMotion(0.005);

    RecordedSink sink =
        run(somebodyPassesTwice(), sample.withMasks(List.of(new FrameArea(0.0, 0.1, 1.0, 0.9))));

    assertThat(sink.times()).containsExactly(START);
    assertNoSilenceBeyond(Duration.ofMillis(1100), sink);
  }

  @Test
  void aMaskedTelephoneVideoIsMaskedAsItIsSeen() throws Exception {
    Path file = new TestVideo(192, 128).rotated(90).write(dir.resolve("phone.mp4"), 25, 3);
    SampleSettings sample = DEFAULTS.withMasks(List.of(new FrameArea(0.0, 0.0, 0.5, 0.5)));

    EncodedImage image = run(file, sample).images.get(0).image();

    assertThat(image.width()).isEqualTo(128);
    assertThat(image.height()).isEqualTo(192);
    // Without the mask: blue, red, white, green.
    assertColours(image, 0, RED, WHITE, GREEN);
  }

  @Test
  void aRegionIsTakenMadeSmallerAndMasked() throws Exception {
    Path file = new TestVideo(640, 480).write(dir.resolve("a.mp4"), 25, 3);
    SampleSettings sample =
        DEFAULTS
            .withRegion(new FrameArea(0.25, 0.25, 0.5, 0.5))
            .withMasks(List.of(new FrameArea(0.0, 0.0, 0.5, 0.5)))
            .withMaxWidth(160);

    EncodedImage image = run(file, sample).images.get(0).image();

    assertThat(image.width()).isEqualTo(160);
    assertThat(image.height()).isEqualTo(120);
    assertColours(image, 0, GREEN, BLUE, WHITE);
  }

  @Test
  void aSourceMayAskForLessThanTheOthers() throws Exception {
    Path file = new TestVideo(320, 240).write(dir.resolve("a.mp4"), 25, 2);

    int usual = run(file, DEFAULTS).images.get(0).image().bytes().length;
    int coarse = run(file, DEFAULTS.withQuality(20)).images.get(0).image().bytes().length;

    assertThat(coarse).isLessThan(usual);
  }

  /** A real camera before which people appear one by one. */
  @ParameterizedTest
  @CsvSource({"0.005, 0.5, 0.9", "0.05, 0.2, 0.4"})
  void aRealCameraIsQuietWhileNobodyIsThere(double motion, double least, double most)
      throws Exception {
    Path file = Media.folder("videos").resolve("sample-videos_one-by-one-person-detection.mp4");

    RecordedSink sink = run(file, DEFAULTS.withFps(2).withMotion(motion));

    assertThat(sink.images.size() / 279.0).isBetween(least, most);
    assertThat(taken(sink, 0.1, 5.5)).isEmpty();
    assertThat(taken(sink, 6.4, 9.1)).hasSize(6);
    assertThat(taken(sink, 47, 49.5)).isEmpty();
  }

  private Path somebodyPassesTwice() throws IOException {
    var person = PersonGenerator.of(1, 1).get(0);
    WalkScene scene =
        new WalkScene(
            480,
            270,
            List.of(
                new PersonWalk("Ann", person, 2, 6, 60, true),
                new PersonWalk("Ann", person, 9, 13, 60, false)),
            1);
    Path file = dir.resolve("scene.mp4");
    SceneVideoWriter.write(scene, 10, file, START, frames -> {});
    return file;
  }

  private static List<Instant> taken(RecordedSink sink, double from, double to) {
    return sink.times().stream()
        .filter(time -> seconds(time) >= from && seconds(time) <= to)
        .toList();
  }

  private static double seconds(Instant time) {
    return Duration.between(START, time).toMillis() / 1e3;
  }

  private static void assertNoSilenceBeyond(Duration longest, RecordedSink sink) {
    List<Instant> said = new ArrayList<>(sink.times());
    said.addAll(sink.heartbeats);
    said.addAll(sink.ended);
    said.sort(null);
    for (int i = 1; i < said.size(); i++) {
      assertThat(Duration.between(said.get(i - 1), said.get(i))).isLessThanOrEqualTo(longest);
    }
  }

  private static void assertColours(
      EncodedImage image, int aboveLeft, int aboveRight, int belowLeft, int belowRight)
      throws IOException {
    BufferedImage picture = TestPhoto.decoded(image.bytes());
    assertThat(TestPhoto.colourAt(picture, 0.25, 0.25)).isEqualTo(aboveLeft);
    assertThat(TestPhoto.colourAt(picture, 0.75, 0.25)).isEqualTo(aboveRight);
    assertThat(TestPhoto.colourAt(picture, 0.25, 0.75)).isEqualTo(belowLeft);
    assertThat(TestPhoto.colourAt(picture, 0.75, 0.75)).isEqualTo(belowRight);
  }

  private static RecordedSink run(Path file, SampleSettings sample) throws Exception {
    SourceSettings named = SourceSettings.of(file.toString()).withStart(START);
    RecordedSink sink = new RecordedSink();
    new InputResolver(IngestorSettings.defaults().withSample(sample))
        .resolve(named)
        .get(0)
        .run(sink);
    return sink;
  }
}
