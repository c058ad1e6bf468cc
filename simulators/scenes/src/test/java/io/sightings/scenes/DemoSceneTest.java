package io.sightings.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.scenes.TrueFrame.VisibleFace;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoSceneTest {
  private final SceneRecording demo = DemoScene.defaults();
  private final SceneTruth truth = demo.truth();

  @Test
  void fourPeopleAreKnownAndTwoAreStrangers() {
    assertThat(demo.known()).containsExactly("Ada", "Ben", "Cleo", "Dan");
    assertThat(demo.strangers()).containsExactly("Stranger 1", "Stranger 2");
  }

  @Test
  void visitsComeInTheOrderTheStoryTells() {
    assertThat(truth.visits())
        .extracting(TrueVisit::person)
        .containsExactly(
            "Ada",
            "Ben",
            "Stranger 1",
            "Cleo",
            "Ada",
            "Dan",
            "Stranger 2",
            "Cleo",
            "Stranger 1",
            "Ben");
  }

  @Test
  void everyVisitShowsTheFaceLongEnough() {
    assertThat(truth.visits())
        .allSatisfy(
            visit ->
                assertThat(visit.frames() / truth.framesPerSecond())
                    .as("seconds in full view of %s", visit)
                    .isGreaterThan(3));
  }

  @Test
  void everyFaceIsLargeEnoughToBeRecognised() {
    assertThat(truth.frames())
        .flatExtracting(TrueFrame::faces)
        .allSatisfy(face -> assertThat(face.height()).isGreaterThanOrEqualTo(72));
  }

  @Test
  void nobodyIsAwayForNearlyTheGap() {
    // A visit must not be split or joined because a detector lost a face for a second.
    for (String person : List.of("Ada", "Ben", "Cleo", "Stranger 1")) {
      double before = -1;
      for (TrueFrame frame : truth.frames()) {
        boolean seen =
            frame.faces().stream().anyMatch(f -> f.person().equals(person) && f.inFullView());
        if (seen) {
          double away = before < 0 ? 0 : frame.second() - before;
          assertThat(away < 7 || away > 13).as("%s away %s s", person, away).isTrue();
          before = frame.second();
        }
      }
    }
  }

  @Test
  void threePeopleAreInThePictureAtOnce() {
    assertThat(truth.frames()).anySatisfy(frame -> assertThat(frame.faces()).hasSize(3));
  }

  @Test
  void adaAndBenCross() {
    assertThat(order(4.6)).containsExactly("Ada", "Ben");
    assertThat(order(7.9)).containsExactly("Ben", "Ada");
  }

  private List<String> order(double second) {
    return demo.scene().truth(second).stream()
        .sorted(Comparator.comparingDouble(face -> face.box().getX()))
        .map(VisibleFace::name)
        .toList();
  }
}
