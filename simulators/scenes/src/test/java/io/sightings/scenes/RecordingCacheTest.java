package io.sightings.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sightings.scenes.person.PersonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingCacheTest {
  @TempDir Path folder;
  private RecordingCache cache;

  @BeforeEach
  void open() {
    cache = new RecordingCache(folder.resolve("cache"));
  }

  @Test
  void aRecordingIsWrittenOnceAndFoundAgain() throws IOException {
    RecordedFiles first = cache.get(recording(1));
    RecordedFiles again =
        cache.get(
            recording(1),
            frames -> {
              throw new AssertionError("written again");
            });
    assertThat(again).isEqualTo(first);
    assertThat(first.video()).isNotEmptyFile();
    assertThat(first.truth()).isNotEmptyFile();
    assertThat(entries()).isEqualTo(1);
  }

  @Test
  void anotherRecordingIsAnotherEntry() throws IOException {
    assertThat(cache.get(recording(1))).isNotEqualTo(cache.get(recording(2)));
    assertThat(entries()).isEqualTo(2);
  }

  @Test
  void aRecordingThatFailsLeavesNothingBehind() {
    assertThatThrownBy(
            () ->
                cache.get(
                    recording(1),
                    frames -> {
                      throw new IllegalStateException("no more");
                    }))
        .hasMessage("no more");
    assertThat(entries()).isZero();
  }

  @Test
  void ofTwoWritersOneWinsAndTheOtherLeavesNothingBehind() throws IOException {
    RecordingCache rival = new RecordingCache(folder.resolve("cache"));
    RecordedFiles late =
        cache.get(
            recording(1),
            frames -> {
              if (frames == 1) {
                getUnchecked(rival);
              }
            });
    assertThat(late.video()).isNotEmptyFile();
    assertThat(entries()).isEqualTo(1);
  }

  private static void getUnchecked(RecordingCache cache) {
    try {
      cache.get(recording(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int entries() {
    String[] names = folder.resolve("cache").toFile().list();
    return names.length;
  }

  private static SceneRecording recording(long seed) {
    PersonWalk walk = new PersonWalk("Somebody", PersonGenerator.of(1, 1).get(0), 0, 1, 60, true);
    WalkScene scene = new WalkScene(160, 120, List.of(walk), seed);
    Instant start = Instant.parse("2026-03-04T05:06:07Z");
    return new SceneRecording(scene, 5, start, Duration.ofSeconds(2), Map.of());
  }
}
