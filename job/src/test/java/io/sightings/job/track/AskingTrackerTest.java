package io.sightings.job.track;

import static io.sightings.job.track.Camera.blurred;
import static io.sightings.job.track.Camera.face;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.SourceKind;
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
}
