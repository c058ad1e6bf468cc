package io.sightings.job.track;

import static io.sightings.job.track.Camera.blurred;
import static io.sightings.job.track.Camera.face;
import static io.sightings.job.track.Camera.pictured;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.FrameType;
import io.sightings.contract.SourceKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which faces of a track may be worth a question to a service. */
class AskingTrackerTest {
  private final Camera camera = new Camera(SourceKind.LIVE, Camera.ASKING);

  @Test
  void theFirstFaceIsNotAskedAboutButTheSecondIs() {
    assertThat(camera.askedAt(0, face(100))).containsExactly(false);
    assertThat(camera.askedAt(0.2, face(100))).containsExactly(true);
  }

  @Test
  void whoWasJustAskedAboutIsNotAskedAboutAgain() {
    camera.askedAt(0, face(100));
    camera.askedAt(0.2, face(100));
    for (int i = 2; i < 20; i++) {
      assertThat(camera.askedAt(i * 0.2, face(100, 0.55))).containsExactly(false);
    }
  }

  @Test
  void aClearlyBetterShotMayBeWorthAnotherQuestion() {
    camera.askedAt(0, face(100));
    camera.askedAt(0.2, face(100, 0.4));

    assertThat(camera.askedAt(0.4, face(100, 0.59))).containsExactly(false);
    assertThat(camera.askedAt(0.6, face(100, 0.61))).containsExactly(true);
  }

  @Test
  void aFaceTooBadToBeAskedAboutDoesNotStandInTheWayOfAGoodOne() {
    camera.askedAt(0, face(100, 0.29));
    assertThat(camera.askedAt(0.2, face(100, 0.29))).containsExactly(true);

    assertThat(camera.askedAt(0.4, face(100, 0.29))).containsExactly(false);
    assertThat(camera.askedAt(0.6, face(100, 0.3))).containsExactly(true);
  }

  @Test
  void whoIsStillThereLaterMayBeWorthAnotherQuestion() {
    for (int i = 0; i <= 5; i++) {
      camera.askedAt(i, face(100));
    }

    assertThat(camera.askedAt(6, face(100))).containsExactly(true);
  }

  @Test
  void aFaceThatCannotBeJudgedOnlyRemindsOfAnEarlierQuestion() {
    assertThat(camera.askedAt(0, blurred(100))).containsExactly(false);
    camera.askedAt(0.2, face(100));
    camera.askedAt(0.4, face(100));
    for (int i = 1; i <= 5; i++) {
      camera.askedAt(i, blurred(100));
    }

    TrackedFace reminder = camera.at(5.5, blurred(100)).get(0);

    assertThat(reminder.question()).isNotNull();
    assertThat(reminder.identify()).isFalse();
  }

  @Test
  void whoeverIsAskedAboutIsLookedAtHereToo() {
    camera.at(0, face(100));
    TrackedFace asked = camera.at(0.2, face(100)).get(0);

    assertThat(asked.question()).isEqualTo("door/run1/1#0");
    assertThat(asked.identify()).isTrue();
    assertThat(asked.face().picture()).isNotNull();
  }

  @Test
  void everyJudgeableFaceOfAPhotoIsAskedAbout() {
    Camera photos = new Camera(SourceKind.IMAGE, Camera.ASKING);

    assertThat(photos.askedAt(0, face(100), blurred(400))).containsExactly(true, false);
  }

  @Test
  void whoeverHasLeftIsAskedAboutAgainUntilTheirVisitIsOver() {
    String ada = seenTwice();
    List<Integer> asked = new ArrayList<>();
    for (int second = 1; second < 60; second++) {
      if (camera.againAt(second).contains(ada)) {
        asked.add(second);
      }
    }

    assertThat(asked).containsExactly(6, 11, 16, 21, 26, 31);
    assertThat(camera.goneKept()).isZero();
  }

  @Test
  void whoeverHasLeftIsAskedAboutWithTheirBestShot() {
    camera.at(0, face(100));
    camera.at(1, face(100, 0.4));
    camera.at(2, face(100, 0.8));

    FaceTracker.Step step = camera.step(FrameType.HEARTBEAT, 10);

    assertThat(step.again()).hasSize(1);
    assertThat(step.again().get(0).shot().quality()).isEqualTo(0.8f);
    assertThat(step.again().get(0).shot().picture()).isNotNull();
    assertThat(step.frame().again())
        .containsExactly(new RepeatIdentifyPolicy("door/run1/0#0/again1", "door/run1/0#0"));
  }

  @Test
  void nobodyIsAskedAboutWhenGoneWhoWasNotBefore() {
    camera.at(0, face(100));

    assertThat(camera.againAt(10)).isEmpty();
    assertThat(camera.goneKept()).isZero();
  }

  @Test
  void whoeverIsStillThereIsNotGone() {
    seenTwice();
    for (int second = 1; second < 20; second++) {
      assertThat(camera.againAt(second, face(100))).isEmpty();
    }
  }

  @Test
  void whoeverWasThereBeforeACameraWentBlindOrStartedAnewIsAskedAboutAgain() {
    String ada = seenTwice();
    camera.blindUntil(3);
    assertThat(camera.againAt(6)).containsExactly(ada);

    camera.newRun("run2");
    assertThat(camera.againAt(11, face(300))).containsExactly(ada);
  }

  @Test
  void whoeverWasInASourceThatEndedIsAskedAboutNoMore() {
    seenTwice();
    camera.ended(2);

    assertThat(camera.againAt(6)).isEmpty();
  }

  @Test
  void aRecordingsQuestionsWaitAndAreNotAskedAgain() {
    Camera recording = new Camera(SourceKind.VIDEO, Camera.ASKING);
    recording.at(0, face(100));
    recording.at(0.2, face(100));

    assertThat(recording.againAt(10)).isEmpty();
    assertThat(recording.goneKept()).isZero();
  }

  @Test
  void ofManyWhoHaveLeftTheLastAreKept() {
    int most = ClosedTracks.MAX_BYTES / 3;
    for (int i = 0; i < 5; i++) {
      camera.at(i, pictured(1000 * i, most));
      camera.at(i + 0.2, pictured(1000 * i, most));
    }

    FaceTracker.Step step = camera.step(FrameType.HEARTBEAT, 8);

    assertThat(camera.goneKept()).isEqualTo(3);
    assertThat(step.givenUp()).isEqualTo(2);
    assertThat(step.again()).extracting(ClosedTrack::id).containsExactly("door/run1/4#0");
  }

  private String seenTwice() {
    camera.at(0, face(100));
    return camera.at(1, face(100)).get(0).track();
  }
}
