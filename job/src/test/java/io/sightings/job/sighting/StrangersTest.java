package io.sightings.job.sighting;

import static io.sightings.job.sighting.FaceShown.face;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.Sighting;
import org.junit.jupiter.api.Test;

/** Strangers are people too. */
class StrangersTest {

  @Test
  void aStrangerIsPublishedWithAnIdAndNoName() {
    Story story = Story.knowing("ada");
    story.during(0, 5, face("somebody", 1));
    story.ended(6);

    Sighting.Who who = story.sightings().get(0).person();
    assertThat(who.known()).isFalse();
    assertThat(who.name()).isNull();
    assertThat(who.id()).matches("unknown-[0-9a-f]{12}");
  }

  @Test
  void anEmptyGalleryMakesEverybodyAStranger() {
    Story story = Story.knowing();
    story.during(0, 5, face("somebody", 1));
    story.ended(6);

    assertThat(story.summary()).containsExactly("stranger A 0-5 closed");
    assertThat(story.sightings().get(0).similarity()).isNull();
  }

  @Test
  void severalTracksOfOneStrangerAreOneVisit() {
    Story story = Story.knowing("ada");
    story.during(0, 3, face("somebody", 1));
    story.during(8, 11, face("somebody", 2));
    story.during(15, 18, face("somebody", 3));
    story.ended(19);

    assertThat(story.summary()).containsExactly("stranger A 0-18 closed");
  }

  @Test
  void aStrangerWhoLooksDifferentCloseToWhereTheyWereLostIsOnTheSameVisit() {
    Story near = Story.knowing("ada");
    near.during(0, 3, face("somebody", 1).similarBy(0.5));
    near.during(3.5, 6, face("somebody", 2).similarBy(0.5).nearTrack(1));
    near.ended(7);
    Story far = Story.knowing("ada");
    far.during(0, 3, face("somebody", 1).similarBy(0.5));
    far.during(3.5, 6, face("somebody", 2).similarBy(0.5));
    far.ended(7);

    assertThat(near.summary()).containsExactly("stranger A 0-6 closed");
    assertThat(far.summary()).hasSize(2);
  }

  @Test
  void twoStrangersAreTwo() {
    Story story = Story.knowing("ada");
    story.during(0, 3, face("somebody", 1));
    story.during(5, 8, face("somebody else", 2));
    story.ended(9);

    assertThat(story.summary()).containsExactly("stranger A 0-3 closed", "stranger B 5-8 closed");
  }

  @Test
  void aReturningStrangerHasTheSameId() {
    Story story = Story.knowing("ada");
    story.during(0, 3, face("somebody", 1));
    story.during(100, 103, face("somebody else", 2));
    story.during(200, 203, face("somebody", 3));
    story.ended(204);

    assertThat(story.summary())
        .containsExactly(
            "stranger A 0-3 closed", "stranger B 100-103 closed", "stranger A 200-203 closed");
  }

  @Test
  void aStrangerReturnsUnderTheSameIdEvenWhileTheFirstVisitWaitsForSomebodyElse() {
    Story story = Story.knowing("ada");
    story.during(0, 5, face("somebody", 1));
    story.during(25, 39, face("far away", 2).unjudged());
    story.during(40, 45, face("somebody", 3), face("far away", 2).unjudged());
    story.ended(46);

    assertThat(story.summary()).containsExactly("stranger A 0-5 closed", "stranger A 40-45 closed");
  }

  @Test
  void aStrangerIsRememberedAcrossRunsOfTheSource() {
    Story story = Story.knowing("ada");
    story.during(0, 3, face("somebody", 1));
    story.ended(4);
    story.newRun("run2");
    story.during(200, 203, face("somebody", 1));
    story.ended(204);

    assertThat(story.summary())
        .containsExactly("stranger A 0-3 closed", "stranger A 200-203 closed");
  }

  @Test
  void aStrangerAwayForNearlyAsLongAsTheyAreRememberedIsStillKnown() {
    Story story = Story.knowing("ada");
    story.during(0, 3, face("somebody", 1));
    story.heartbeat(100);
    story.during(1801, 1804, face("somebody", 2));
    story.ended(1805);

    assertThat(story.summary())
        .containsExactly("stranger A 0-3 closed", "stranger A 1801-1804 closed");
  }

  @Test
  void aStrangerAwayForLongerIsForgotten() {
    Story story = Story.knowing("ada");
    story.during(0, 3, face("somebody", 1));
    story.heartbeat(100);
    story.heartbeat(1803.001);
    story.during(1810, 1813, face("somebody", 2));
    story.ended(1814);

    assertThat(story.summary())
        .containsExactly("stranger A 0-3 closed", "stranger B 1810-1813 closed");
  }

  @Test
  void aStrangerIsForgottenEvenIfNothingWasHeardMeanwhile() {
    Story story = Story.knowing("ada");
    story.during(0, 3, face("somebody", 1));
    story.ended(4);
    story.during(1810, 1813, face("somebody", 2));
    story.ended(1814);

    assertThat(story.summary())
        .containsExactly("stranger A 0-3 closed", "stranger B 1810-1813 closed");
  }

  @Test
  void aStrangersIdComesFromTheirFirstSighting() {
    Story story = Story.knowing("ada");
    story.during(0, 3, face("somebody", 1));
    story.ended(4);

    Sighting sighting = story.sightings().get(0);
    assertThat(sighting.person().id()).isEqualTo("unknown-" + sighting.id().substring(0, 12));
  }

  @Test
  void aStrangerWhoIsEnrolledMeanwhileGetsTheirNameOnTheSameSighting() {
    Story story = Story.knowing("ada");
    story.during(0, 3, face("ben", 1));
    story.enrol("ben");
    story.during(4, 8, face("ben", 1));
    story.ended(9);

    assertThat(story.summary()).containsExactly("ben 0-8 closed");
    assertThat(story.told.newPeople).hasSize(2).last().isEqualTo("ben");
  }

  @Test
  void whoeverGotANameIsNoLongerRememberedAsAStranger() {
    Story story = Story.knowing("ada");
    story.during(0, 3, face("ben", 1));
    story.enrol("ben");
    story.during(4, 8, face("ben", 1));
    story.ended(9);
    story.forgetPeople();
    story.during(100, 103, face("ben", 2));
    story.ended(104);

    String first = story.told.newPeople.get(0);
    assertThat(story.sightings()).last().extracting(s -> s.person().id()).isNotEqualTo(first);
  }
}
