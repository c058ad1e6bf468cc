package io.sightings.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RandomSceneGeneratorTest {
  @Test
  void nobodyIsInTwoPlacesAtOnce() {
    for (int seed = 0; seed < 50; seed++) {
      List<PersonWalk> walks = RandomSceneGenerator.of(seed, 6, 60).scene().walks();
      for (PersonWalk a : walks) {
        for (PersonWalk b : walks) {
          if (a != b && a.name().equals(b.name())) {
            assertThat(a.to() <= b.from() || b.to() <= a.from()).as("%s and %s", a, b).isTrue();
          }
        }
      }
    }
  }

  @Test
  void everybodyHasLeftInTime() {
    for (int seed = 0; seed < 50; seed++) {
      assertThat(RandomSceneGenerator.of(seed, 6, 40).scene().seconds()).isBetween(5.0, 40.0);
    }
  }

  @Test
  void thereAreKnownPeopleAndStrangers() {
    SceneRecording recording = RandomSceneGenerator.of(3, 6, 60);
    assertThat(recording.known()).containsExactly("P1", "P2", "P4", "P5");
    assertThat(recording.strangers()).containsExactly("P3", "P6");
    assertThat(recording.truth().visits()).hasSizeGreaterThanOrEqualTo(6);
  }

  @Test
  void theSameSeedTellsTheSameStory() {
    assertThat(RandomSceneGenerator.of(3, 4, 30).truth())
        .isEqualTo(RandomSceneGenerator.of(3, 4, 30).truth());
    assertThat(RandomSceneGenerator.of(3, 4, 30).truth())
        .isNotEqualTo(RandomSceneGenerator.of(4, 4, 30).truth());
  }
}
