package io.sightings.job.sighting;

import static io.sightings.job.sighting.FaceShown.face;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.InquiryOutcome;
import io.sightings.contract.Sighting;
import io.sightings.contract.SightingStatus;
import org.junit.jupiter.api.Test;

/** Whoever leaves while the service is away is asked about until the visit is over. */
class AskedGoneTest {
  private final Story story = Story.knowing().askingAService();
  private final Said service = new Said(story.source());

  @Test
  void whoHasLeftIsNamedByRevisionWhenTheServiceIsBackWhileTheVisitIsOpen() {
    adaLeavesWhileTheServiceIsAway();
    story.askingAgain(12, 1, "q1/again1");
    story.answered(service.isAway("q1/again1"));
    story.askingAgain(17, 1, "q1/again2");
    story.answered(service.isPerson("q1/again2", "ada", 0.9));

    assertThat(story.summary()).containsExactly("ada 0-4 open");
    assertThat(only().revision()).isEqualTo(2);
    assertThat(only().inquiry().questions()).isEqualTo(3);

    story.heartbeat(40);
    assertThat(story.summary()).containsExactly("ada 0-4 closed");
  }

  @Test
  void anAnswerAboutSomebodyWhoHasLeftMayComeBeforeItIsAskedFor() {
    adaLeavesWhileTheServiceIsAway();
    story.answered(service.isPerson("q1/again1", "ada", 0.9));
    story.askingAgain(12, 1, "q1/again1");

    assertThat(story.summary()).containsExactly("ada 0-4 open");
    assertThat(story.state().early()).isEmpty();
  }

  @Test
  void aVisitIsNotOverBeforeTheAnswerUnderWayAboutWhoHasLeft() {
    adaLeavesWhileTheServiceIsAway();
    story.askingAgain(33, 1, "q1/again5");
    story.heartbeat(40);
    assertThat(story.open()).hasSize(1);

    story.answered(service.isPerson("q1/again5", "ada", 0.9));

    assertThat(story.summary()).containsExactly("ada 0-4 closed");
    assertThat(story.state().visits()).isEmpty();
  }

  @Test
  void aVisitOfWhoHasLeftStaysOpenNoLongerWhileTheServiceIsAway() {
    adaLeavesWhileTheServiceIsAway();
    story.askingAgain(33, 1, "q1/again5");
    story.answered(service.isAway("q1/again5"));
    story.heartbeat(35);

    assertThat(only().status()).isEqualTo(SightingStatus.CLOSED);
    assertThat(only().inquiry().outcome()).isEqualTo(InquiryOutcome.AWAY);
    assertThat(story.state().visits()).isEmpty();
  }

  private void adaLeavesWhileTheServiceIsAway() {
    story.at(0, face("ada", 1));
    story.at(1, face("ada", 1).asking("q1"));
    story.answered(service.isAway("q1"));
    story.during(2, 4, face("ada", 1));
    assertThat(only().inquiry().outcome()).isEqualTo(InquiryOutcome.AWAY);
  }

  private Sighting only() {
    assertThat(story.sightings()).hasSize(1);
    return story.sightings().get(0);
  }
}
