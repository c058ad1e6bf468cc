package io.sightings.job.identify.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.FaceBox;
import io.sightings.contract.InquiryOutcome;
import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import io.sightings.engine.FaceShot;
import io.sightings.job.detect.SeenFace;
import io.sightings.job.settings.RemoteIdentifySettings;
import io.sightings.job.track.IdentifyRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whether a question about somebody who has left is worth a paid call. */
class TrackHistoryTest {
  private static final SourceInfo YARD = SourceInfo.of("yard", SourceKind.LIVE);

  private static final SeenFace FACE =
      new SeenFace(
          new FaceBox(0, 0, 80, 80),
          0.5f,
          true,
          null,
          new FaceShot(new byte[] {1}, new FaceBox(0, 0, 80, 80)),
          null);

  private final TrackHistory track =
      new TrackHistory(
          new RemoteIdentifySettings(
              2, 0.3, 1.5, Duration.ofSeconds(5), Duration.ofSeconds(60), 4, 64));

  @Test
  void whoLeftWhileTheServiceWasAwayIsAskedAboutAgain() {
    answered(0, InquiryOutcome.AWAY);

    assertThat(track.decide(gone(4))).isNull();
    assertThat(track.decide(gone(6)).face()).isEqualTo(FACE);
  }

  @Test
  void theFirstQuestionFailsAtOnceWhileTheServiceIsAwayAndTheNextOneWaits() {
    assertThat(track.decide(seen(0)).again()).isFalse();
    track.answered(FACE, InquiryOutcome.AWAY);

    assertThat(track.decide(seen(6)).again()).isTrue();
    track.answered(FACE, InquiryOutcome.UNKNOWN);
    assertThat(track.decide(seen(70)).again()).isFalse();
  }

  @Test
  void whoIsKnownIsNeverAskedAboutWhenGoneHoweverOldTheAnswer() {
    answered(0, InquiryOutcome.IDENTIFIED);

    assertThat(track.decide(gone(100))).isNull();
  }

  @Test
  void whoseFaceIsTooBadIsNotAskedAboutWhenGone() {
    answered(0, InquiryOutcome.LOW_QUALITY);

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

  @Test
  void aFaceThatIsBadByOurOwnMeasureIsNotAskedAboutWhichIsSaidOnce() {
    IdentifyRequest bad = seen(0, 0.29f);

    assertThat(track.decide(bad)).isNull();
    assertThat(track.saysUnfit(bad)).isTrue();
    assertThat(track.saysUnfit(seen(1, 0.2f))).isFalse();
    assertThat(track.decide(seen(2, 0.3f))).isNotNull();
  }

  @Test
  void ofWhomSomethingIsKnownItIsNotSaidThatNoFaceIsGoodEnough() {
    answered(0, InquiryOutcome.UNKNOWN);

    assertThat(track.saysUnfit(seen(1, 0.1f))).isFalse();
  }

  @Test
  void aClearlyBetterShotThatComesDuringAQuestionIsAskedAboutAfterIt() {
    track.decide(seen(0));
    PendingIdentify better = pending(seen(1, 0.8f));
    PendingIdentify best = pending(seen(2, 0.9f));
    PendingIdentify worse = pending(seen(3, 0.7f));

    assertThat(track.hold(better)).isNull();
    assertThat(track.hold(best)).isSameAs(better);
    assertThat(track.hold(worse)).isSameAs(worse);

    assertThat(track.answered(FACE, InquiryOutcome.UNKNOWN)).isSameAs(best);
    assertThat(track.decide(best.question()).face().quality()).isEqualTo(0.9f);
  }

  @Test
  void aBetterShotThatCameWhileTheServiceWasAwayIsTheOneAskedAboutLater() {
    track.decide(seen(0));
    track.hold(pending(seen(1, 0.9f)));
    track.answered(FACE, InquiryOutcome.AWAY);

    assertThat(track.decide(gone(6)).face().quality()).isEqualTo(0.9f);
  }

  @Test
  void aShotThatIsHardlyBetterIsNotKept() {
    track.decide(seen(0));
    PendingIdentify similar = pending(seen(1, 0.6f));

    assertThat(track.hold(similar)).isSameAs(similar);
    assertThat(track.answered(FACE, InquiryOutcome.UNKNOWN)).isNull();
  }

  private static PendingIdentify pending(IdentifyRequest question) {
    return new PendingIdentify(question, null);
  }

  private static IdentifyRequest seen(int second, float quality) {
    SeenFace face = new SeenFace(FACE.box(), quality, true, null, FACE.picture(), null);
    return new IdentifyRequest("q" + second, YARD, "track", 1000L * second, face, false);
  }

  private void answered(int second, InquiryOutcome outcome) {
    track.decide(seen(second));
    track.answered(FACE, outcome);
  }

  private static IdentifyRequest seen(int second) {
    return new IdentifyRequest("q" + second, YARD, "track", 1000L * second, FACE, false);
  }

  private static IdentifyRequest gone(int second) {
    return new IdentifyRequest("q" + second, YARD, "track", 1000L * second, FACE, true);
  }
}
