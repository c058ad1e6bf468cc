package io.sightings.job.sighting;

import static io.sightings.job.sighting.FaceShown.face;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sightings.contract.Sighting;
import io.sightings.contract.SightingStatus;
import org.junit.jupiter.api.Test;

/** One sighting per visit, by the source's own clock. */
class VisitStateTest {

  @Test
  void aVisitOfManyFramesIsOneSighting() {
    Story story = Story.knowing("ada", "ben");
    story.during(0, 20, face("ada", 1));
    story.ended(20);

    assertThat(story.summary()).containsExactly("ada 0-20 closed");
    Sighting sighting = story.sightings().get(0);
    assertThat(sighting.person().name()).isEqualTo("Ada");
    assertThat(sighting.frames()).isEqualTo(41);
    assertThat(sighting.judged()).isEqualTo(41);
    assertThat(sighting.agreeing()).isEqualTo(41);
    assertThat(sighting.similarity()).isBetween(0.75, 0.85);
    assertThat(sighting.runnerUp().id()).isEqualTo("ben");
    assertThat(sighting.threshold()).isCloseTo(0.4, within(1e-6));
    assertThat(sighting.model()).isEqualTo(Story.MODEL);
  }

  @Test
  void somebodyAwayForExactlyTheGapIsStillOnTheSameVisit() {
    Story story = Story.knowing("ada");
    story.during(0, 5, face("ada", 1));
    story.during(35, 40, face("ada", 2));
    story.ended(40);

    assertThat(story.summary()).containsExactly("ada 0-40 closed");
  }

  @Test
  void somebodyAwayForLongerThanTheGapComesForANewVisit() {
    Story story = Story.knowing("ada");
    story.during(0, 5, face("ada", 1));
    story.during(35.005, 40, face("ada", 2));
    story.ended(40);

    assertThat(story.summary()).containsExactly("ada 0-5 closed", "ada 35.005-39.505 closed");
  }

  @Test
  void aVisitIsVisibleWhileItGoesOn() {
    Story story = Story.knowing("ada");
    story.during(0, 0.5, face("ada", 1));

    assertThat(story.summary()).containsExactly("ada 0-0.5 open");
  }

  @Test
  void aLongVisitIsPublishedAgainAsItGrowsButNotWithEveryFrame() {
    Story story = Story.knowing("ada");
    story.during(0, 35, face("ada", 1));

    assertThat(story.revisions()).hasSize(4);
    assertThat(story.summary()).containsExactly("ada 0-30.5 open");
  }

  @Test
  void heartbeatsMoveTheClockAndCloseVisits() {
    Story story = Story.knowing("ada");
    story.during(0, 5, face("ada", 1));
    story.heartbeat(35);
    assertThat(story.open()).hasSize(1);

    story.heartbeat(35.005);
    assertThat(story.summary()).containsExactly("ada 0-5 closed");
  }

  @Test
  void framesWithoutFacesMoveTheClockToo() {
    Story story = Story.knowing("ada");
    story.during(0, 5, face("ada", 1));
    story.at(36);

    assertThat(story.summary()).containsExactly("ada 0-5 closed");
  }

  @Test
  void theEndOfASourceClosesEveryVisit() {
    Story story = Story.knowing("ada", "ben");
    story.during(0, 5, face("ada", 1), face("ben", 2));
    story.ended(5);

    assertThat(story.summary()).containsExactly("ada 0-5 closed", "ben 0-5 closed");
  }

  @Test
  void aRecordingMadeEarlierUnderTheSameNameClosesWhatWasOpen() {
    Story story = Story.knowing("ada");
    story.during(1000, 1005, face("ada", 1));
    story.newRun("run2");
    story.during(0, 5, face("ada", 1));
    story.ended(5);

    assertThat(story.summary()).containsExactly("ada 1000-1005 closed", "ada 0-5 closed");
  }

  @Test
  void aVisitGoesOnWhenTheSourceRestartsWithinTheGap() {
    Story story = Story.knowing("ada");
    story.during(0, 5, face("ada", 1));
    story.newRun("run2");
    story.during(20, 25, face("ada", 1));
    story.ended(25);

    assertThat(story.summary()).containsExactly("ada 0-25 closed");
  }

  @Test
  void aBriefFalseDetectionIsNoSightingButIsCounted() {
    Story story = Story.knowing("ada");
    story.at(0, face("poster", 1));
    story.at(1, face("poster", 1).unjudged());
    story.ended(60);

    assertThat(story.revisions()).isEmpty();
    assertThat(story.told.tooBrief).isEqualTo(1);
  }

  @Test
  void aClosedVisitIsFinal() {
    Story story = Story.knowing("ada");
    story.during(0, 5, face("ada", 1));
    story.heartbeat(36);
    String closed = story.sightings().get(0).id();
    story.during(37, 60, face("ada", 2));
    story.ended(60);

    assertThat(story.revisions())
        .filteredOn(revision -> revision.id().equals(closed))
        .extracting(Sighting::status)
        .containsExactly(SightingStatus.OPEN, SightingStatus.CLOSED);
  }

  @Test
  void aTrackThatComesBackAfterItsVisitIsOverBeginsAnotherVisit() {
    Story story = Story.knowing("ada");
    story.during(0, 5, face("ada", 1));
    story.during(60, 65, face("ada", 1));
    story.ended(65);

    assertThat(story.summary()).containsExactly("ada 0-5 closed", "ada 60-65 closed");
  }
}
