package io.sightings.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sightings.scenes.person.PersonGenerator;
import io.sightings.scenes.person.PersonTraits;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Java2DFrameConverter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SceneRecordingTest {
  private static final Instant START = Instant.parse("2026-03-04T05:06:07Z");
  private static final List<PersonTraits> CAST = PersonGenerator.of(1, 2);

  private final List<Integer> progress = new ArrayList<>();
  private RecordedFiles files;

  @BeforeAll
  void write(@TempDir Path folder) throws IOException {
    files = recording().writeTo(folder, progress::add);
  }

  @Test
  void theVideoHasEveryFrameTheSizeAndTheTimeOfTheRecording() throws IOException {
    try (FFmpegFrameGrabber video = new FFmpegFrameGrabber(files.video().toFile())) {
      video.start();
      assertThat(video.getImageWidth()).isEqualTo(320);
      assertThat(video.getImageHeight()).isEqualTo(240);
      assertThat(video.getFrameRate()).isEqualTo(5);
      assertThat(Instant.parse(video.getMetadata("creation_time"))).isEqualTo(START);
      int frames = 0;
      while (video.grabImage() != null) {
        frames++;
      }
      assertThat(frames).isEqualTo(20);
    }
  }

  @Test
  void theVideoShowsWhatWasDrawn() throws IOException {
    SceneRecording recording = recording();
    try (FFmpegFrameGrabber video = new FFmpegFrameGrabber(files.video().toFile());
        Java2DFrameConverter converter = new Java2DFrameConverter()) {
      video.start();
      for (int i = 0; i < 20; i++) {
        BufferedImage decoded = converter.convert(video.grabImage());
        BufferedImage drawn = recording.scene().frame(i / 5.0);
        assertThat(ImagePixels.difference(decoded, drawn)).as("frame %d", i).isLessThan(5);
      }
    }
  }

  @Test
  void progressIsToldOfEveryFrame() {
    assertThat(progress).isEqualTo(IntStream.rangeClosed(1, 20).boxed().toList());
  }

  @Test
  void theTruthIsReadBackAsItWasWritten() throws IOException {
    SceneRecording recording = recording();
    assertThat(SceneTruth.read(files.truth())).isEqualTo(recording.truth());
    assertThat(Files.readString(files.truth())).contains("\"firstSeen\":\"2026-03-04T05:06:0");
  }

  @Test
  void everyEnrolledPersonHasFiveDifferentPortraits() throws IOException {
    assertThat(names(files.people())).containsExactly("Ada");
    Path ada = files.people().resolve("Ada");
    assertThat(names(ada)).containsExactly("1.jpg", "2.jpg", "3.jpg", "4.jpg", "5.jpg");
    byte[] first = Files.readAllBytes(ada.resolve("1.jpg"));
    for (int i = 2; i <= 5; i++) {
      assertThat(Files.readAllBytes(ada.resolve(i + ".jpg"))).isNotEqualTo(first);
    }
    assertThat(ImageIO.read(ada.resolve("1.jpg").toFile()).getHeight()).isBetween(350, 440);
  }

  @Test
  void aTimeAnMp4FileCannotHoldIsRefused() {
    Instant between = START.plusMillis(500);
    Path file = files.folder().resolve("refused.mp4");
    assertThatThrownBy(() -> SceneVideoWriter.write(recording().scene(), 5, file, between, i -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("whole second");
  }

  private static SceneRecording recording() {
    List<PersonWalk> walks =
        List.of(
            new PersonWalk("Ada", CAST.get(0), 0, 4, 80, true),
            new PersonWalk("Somebody", CAST.get(1), 0.5, 3.9, 90, false));
    WalkScene scene = new WalkScene(320, 240, walks, 1);
    return new SceneRecording(scene, 5, START, Duration.ofSeconds(2), Map.of("Ada", CAST.get(0)));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> content = Files.list(folder)) {
      return content.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
