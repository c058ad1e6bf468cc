package io.sightings.job.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.Sighting.FaceBox;
import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import io.sightings.engine.azure.identify.Outcome;
import io.sightings.job.detect.FacePicture;
import io.sightings.job.detect.SeenFace;
import io.sightings.job.settings.AskSettings;
import io.sightings.job.track.Question;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whether a question about somebody who has left is worth a paid call. */
class TrackMemoryTest {
  private static final SourceInfo YARD = SourceInfo.of("yard", SourceKind.LIVE);

  private static final SeenFace FACE =
      new SeenFace(
          new FaceBox(0, 0, 80, 80),
          0.5f,
          true,
          null,
          new FacePicture(new byte[] {1}, new FaceBox(0, 0, 80, 80)),
          null);

  private final TrackMemory track =
      new TrackMemory(
          new AskSettings(2, 1.5, Duration.ofSeconds(5), Duration.ofSeconds(60), 4, 64));

  @Test
  void whoLeftWhileTheServiceWasAwayIsAskedAboutAgain() {
    answered(0, Outcome.AWAY);

    assertThat(track.decide(gone(4))).isNull();
    assertThat(track.decide(gone(6)).face()).isEqualTo(FACE);
  }

  @Test
  void whoIsKnownIsNeverAskedAboutWhenGoneHoweverOldTheAnswer() {
    answered(0, Outcome.IDENTIFIED);

    assertThat(track.decide(gone(100))).isNull();
  }

  @Test
  void whoseFaceIsTooBadIsNotAskedAboutWhenGone() {
    answered(0, Outcome.LOW_QUALITY);

    assertThat(track.decide(gone(100))).isNull();
  }

  @Test
  void aQuestionUnderWayIsNotAskedTwice() {
    track.decide(seen(0));

    assertThat(track.decide(gone(10))).isNull();
  }

  @Test
  void whatARestartMadeForgottenIsAskedAgain() {
    assertThat(track.decide(gone(10)).face()).isEqualTo(FACE);
  }

  private void answered(int second, Outcome outcome) {
    track.decide(seen(second));
    track.answered(FACE, outcome);
  }

  private static Question seen(int second) {
    return new Question("q" + second, YARD, "track", 1000L * second, FACE, false);
  }

  private static Question gone(int second) {
    return new Question("q" + second, YARD, "track", 1000L * second, FACE, true);
  }
}
