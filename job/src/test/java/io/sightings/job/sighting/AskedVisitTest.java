package io.sightings.job.sighting;

import static io.sightings.job.sighting.FaceShown.face;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.InquiryOutcome;
import io.sightings.contract.Sighting;
import io.sightings.contract.SightingStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A service is asked who people are, and answers when it can. */
class AskedVisitTest {
  private final Story story = Story.knowing().askingAService();
  private final Said service = new Said(story.source());

  @Test
  void oneAnswerOfTheServiceNamesAVisit() {
    story.at(0, face("ada", 1));
    story.at(1, face("ada", 1).asking("q1"));
    story.at(2, face("ada", 1));
    story.answered(service.isPerson("q1", "ada", 0.9));
    story.ended(3);

    Sighting ada = only();
    assertThat(story.summary()).containsExactly("ada 0-2 closed");
    assertThat(ada.similarity()).isEqualTo(0.9f, org.assertj.core.api.Assertions.within(1e-6));
    assertThat(ada.threshold()).isNull();
    assertThat(ada.model()).isEqualTo("azure");
    assertThat(ada.inquiry().outcome()).isEqualTo(InquiryOutcome.IDENTIFIED);
    assertThat(ada.inquiry().paidCalls()).isEqualTo(1.5);
    assertThat(ada.bestShot().attributes()).isEqualTo(Said.FRONTAL);
  }

  @Test
  void nobodyIsCalledAStrangerWhileTheFirstAnswerIsToCome() {
    story.at(0, face("ada", 1));
    story.at(1, face("ada", 1).asking("q1"));
    story.during(2, 10, face("ada", 1));
    assertThat(story.revisions()).isEmpty();

    story.answered(service.isPerson("q1", "ada", 0.9));

    assertThat(only().person().name()).isEqualTo("Ada");
    assertThat(only().revision()).isEqualTo(1);
  }

  @Test
  void whileTheServiceIsAwayAVisitIsPublishedWithTheReason() {
    story.at(0, face("ada", 1));
    story.at(1, face("ada", 1).asking("q1"));
    story.answered(service.isAway("q1"));
    story.during(2, 4, face("ada", 1));

    assertThat(only().person().known()).isFalse();
    assertThat(only().inquiry().outcome()).isEqualTo(InquiryOutcome.AWAY);
    assertThat(only().inquiry().reason()).isEqualTo("The service does not answer.");
  }

  @Test
  void whenItIsBackTheSameSightingIsIdentifiedByRevision() {
    story.at(0, face("ada", 1));
    story.at(1, face("ada", 1).asking("q1"));
    story.answered(service.isAway("q1"));
    story.during(2, 4, face("ada", 1));
    story.at(6, face("ada", 1).asking("q2"));
    story.answered(service.isPerson("q2", "ada", 0.8));

    assertThat(story.revisions()).extracting(Sighting::id).hasSize(2).containsOnly(only().id());
    assertThat(only().person().id()).isEqualTo("ada");
    assertThat(only().inquiry().questions()).isEqualTo(2);
  }

  @Test
  void anAnswerThatComesAfterTheVisitIsOverStillNamesIt() {
    story.at(0, face("ada", 1));
    story.at(1, face("ada", 1).asking("q1"));
    story.ended(2);
    assertThat(story.revisions()).isEmpty();

    story.answered(service.isPerson("q1", "ada", 0.9));

    assertThat(story.summary()).containsExactly("ada 0-1 closed");
    assertThat(story.state().visits()).isEmpty();
  }

  @Test
  void aVisitThatIsOverDoesNotGoOnInTheNextRun() {
    story.at(0, face("ada", 1));
    story.at(1, face("ada", 1).asking("q1"));
    story.ended(2);
    story.newRun("run2");
    story.at(3, face("ada", 1));
    story.at(4, face("ada", 1).asking("q2"));
    story.answered(service.isPerson("q2", "ada", 0.9));
    story.answered(service.isPerson("q1", "ada", 0.9));
    story.ended(5);

    assertThat(story.summary()).containsExactlyInAnyOrder("ada 0-1 closed", "ada 3-4 closed");
  }

  @Test
  void twoPartsOfAVisitThatIsOverBecomeOneWhenBothHaveTheSameName() {
    story.at(0, face("ada", 1));
    story.at(1, face("ada", 1).asking("q1"));
    // From the side nobody would take her for the same person.
    story.at(2, face("somebody", 2));
    story.at(3, face("somebody", 2).asking("q2"));
    story.ended(4);
    story.answered(service.isPerson("q2", "ada", 0.7));
    story.answered(service.isPerson("q1", "ada", 0.9));

    List<Sighting> closed =
        story.sightings().stream().filter(s -> s.status() == SightingStatus.CLOSED).toList();
    assertThat(closed).extracting(s -> s.person().id()).containsExactly("ada");
  }

  @Test
  void anAnswerMayComeBeforeTheFaceItIsAbout() {
    story.at(0, face("ada", 1));
    story.answered(service.isPerson("q1", "ada", 0.9));
    story.at(1, face("ada", 1).asking("q1"));

    assertThat(only().person().id()).isEqualTo("ada");
    assertThat(story.state().early()).isEmpty();
  }

  @Test
  void aQuestionThatWasNotAskedChangesNothing() {
    story.at(0, face("ada", 1));
    story.at(1, face("ada", 1).asking("q1"));
    story.answered(service.isUnknown("q1"));
    story.during(2, 4, face("ada", 1));
    int told = story.revisions().size();
    story.at(5, face("ada", 1).asking("q2"));
    story.answered(service.nothing("q2"));

    assertThat(story.revisions()).hasSize(told);
    assertThat(only().inquiry().questions()).isEqualTo(1);
  }

  @Test
  void aLaterFailureDoesNotTakeANameAway() {
    story.at(0, face("ada", 1));
    story.at(1, face("ada", 1).asking("q1"));
    story.answered(service.isPerson("q1", "ada", 0.9));
    story.at(2, face("ada", 1).asking("q2"));
    story.answered(service.isAway("q2"));
    story.ended(3);

    assertThat(only().person().id()).isEqualTo("ada");
    assertThat(only().inquiry().outcome()).isEqualTo(InquiryOutcome.IDENTIFIED);
    assertThat(only().inquiry().paidCalls()).isEqualTo(3);
  }

  @Test
  void aStrangerOfTheServiceIsKnownAgainByTheirLooks() {
    story.at(0, face("somebody", 1));
    story.at(1, face("somebody", 1).asking("q1"));
    story.answered(service.isUnknown("q1"));
    story.during(2, 4, face("somebody", 1));
    story.at(100, face("somebody", 2));
    story.at(101, face("somebody", 2).asking("q2"));
    story.answered(service.isUnknown("q2"));
    story.during(102, 104, face("somebody", 2));
    story.ended(200);

    assertThat(story.sightings()).hasSize(2);
    assertThat(story.sightings())
        .extracting(s -> s.person().id())
        .containsOnly(story.sightings().get(0).person().id());
  }

  @Test
  void twoPeopleSideBySideAreNeverTheSamePersonWhateverTheServiceSays() {
    story.at(0, face("ada", 1), face("ben", 2));
    story.at(1, face("ada", 1).asking("q1"), face("ben", 2).asking("q2"));
    story.answered(service.isPerson("q1", "ada", 0.9));
    story.answered(service.isPerson("q2", "ada", 0.7));
    story.during(2, 4, face("ada", 1), face("ben", 2));
    story.ended(5);

    assertThat(story.sightings().stream().filter(s -> s.person().known())).hasSize(1);
    assertThat(story.sightings()).hasSize(2);
  }

  @Test
  void aPhotoWaitsForItsAnswersAndIsToldOnce() {
    Story photos = Story.ofPhotosKnowing().askingAService();
    Said said = new Said(photos.source());
    photos.at(0, face("ada", 1).asking("q1"), face("ben", 2).asking("q2"));
    photos.answered(said.isPerson("q1", "ada", 0.9));
    assertThat(photos.revisions()).isEmpty();

    photos.answered(said.isUnknown("q2"));

    assertThat(photos.revisions()).hasSize(2);
    assertThat(photos.revisions()).allMatch(s -> s.status() == SightingStatus.CLOSED);
    assertThat(photos.revisions().get(0).person().name()).isEqualTo("Ada");
    assertThat(photos.revisions().get(1).person().known()).isFalse();
    assertThat(photos.state().photos()).isEmpty();
  }

  @Test
  void anAnswerForOnePhotoJudgesNoOther() {
    Story photos = Story.ofPhotosKnowing().askingAService();
    Said said = new Said(photos.source());
    photos.at(0, face("ada", 1).asking("q1"));
    photos.at(1, face("ben", 2).asking("q2"));
    photos.answered(said.isPerson("q2", "ben", 0.9));

    assertThat(photos.revisions()).extracting(s -> s.person().id()).containsExactly("ben");
    assertThat(photos.state().photos()).hasSize(1);
  }

  private Sighting only() {
    assertThat(story.sightings()).hasSize(1);
    return story.sightings().get(0);
  }
}
