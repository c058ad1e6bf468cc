package io.sightings.job.sighting;

import static io.sightings.job.sighting.FaceShown.face;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.Sighting;
import org.junit.jupiter.api.Test;

/** Two faces in one frame are two people. */
class TwoFacesTest {

  @Test
  void twoKnownPeopleAreTwoVisits() {
    Story story = Story.knowing("ada", "ben");
    story.during(0, 5, face("ada", 1), face("ben", 2));
    story.ended(6);

    assertThat(story.summary()).containsExactly("ada 0-5 closed", "ben 0-5 closed");
  }

  @Test
  void ofTwinsOnlyOneIsTheOneWhoIsEnrolled() {
    Story story = Story.knowing("ada");
    story.faces.areTwins("ada", "eve");
    story.during(0, 5, face("ada", 1), face("eve", 2).similarBy(0.7));
    story.ended(6);

    assertThat(story.summary()).containsExactly("ada 0-5 closed", "stranger A 0-5 closed");
  }

  @Test
  void theTwinDoesNotTakeTheNameWhenTheOtherHasGone() {
    Story story = Story.knowing("ada");
    story.faces.areTwins("ada", "eve");
    story.during(0, 5, face("ada", 1), face("eve", 2).similarBy(0.7));
    story.during(5.5, 50, face("eve", 2));
    story.ended(51);

    assertThat(story.summary()).containsExactly("ada 0-5 closed", "stranger A 0-50 closed");
  }

  @Test
  void theTwinOnAnotherTrackDoesNotTakeTheNameEither() {
    Story story = Story.knowing("ada");
    story.faces.areTwins("ada", "eve");
    story.during(0, 5, face("ada", 1), face("eve", 2).similarBy(0.7));
    story.during(5.5, 36, face("eve", 2));
    story.during(40, 42, face("ada", 3), face("eve", 2).similarBy(0.7));
    story.ended(43);

    assertThat(story.summary())
        .containsExactly("ada 0-5 closed", "stranger A 0-42 closed", "ada 40-42 closed");
  }

  @Test
  void strangersWhoAreTwinsAreTwo() {
    Story story = Story.knowing("ada");
    story.faces.areTwins("tom", "tim");
    story.during(0, 5, face("tom", 1), face("tim", 2));
    story.ended(6);

    assertThat(story.summary()).containsExactly("stranger A 0-5 closed", "stranger B 0-5 closed");
  }

  @Test
  void strangersWhoAreTwinsAndSeenOnlyBrieflyAreTwo() {
    Story story = Story.knowing("ada");
    story.faces.areTwins("tom", "tim");
    story.during(0, 0.5, face("tom", 1), face("tim", 2));
    story.ended(1);

    assertThat(story.summary())
        .containsExactly("stranger A 0-0.5 closed", "stranger B 0-0.5 closed");
  }

  @Test
  void aStrangerDoesNotInheritTheIdOfTheTwinWhoHasGone() {
    Story story = Story.knowing("ada");
    story.faces.areTwins("tom", "tim");
    story.during(0, 5, face("tom", 1), face("tim", 2).unjudged());
    story.during(5.5, 40, face("tim", 2).unjudged());
    story.during(40.5, 45, face("tim", 2));
    story.ended(46);

    assertThat(story.summary()).containsExactly("stranger A 0-5 closed", "stranger B 0-45 closed");
  }

  @Test
  void tracksTakenForOnePersonPartWhenTheyAreSeenSideBySide() {
    Story story = Story.knowing("ada");
    story.faces.areTwins("tom", "tim");
    story.during(0, 3, face("tom", 1));
    story.during(4, 7, face("tim", 2));
    assertThat(story.open()).hasSize(1);
    story.during(8, 12, face("tom", 1), face("tim", 2));
    story.ended(13);

    assertThat(story.sightings()).hasSize(2);
    assertThat(story.sightings()).extracting(s -> s.person().id()).doesNotHaveDuplicates();
    assertThat(story.sightings())
        .extracting(Sighting::lastSeen)
        .containsOnly(Story.START.plusMillis(12L * Story.SECOND_MILLIS));
  }

  @Test
  void theNameGoesToWhoEarnsItMoreOfTwoSeenTogether() {
    Story story = Story.knowing("ada");
    // An early mistake: the stranger is taken for Ada.
    story.during(0, 1, face("ada", 1).similarBy(0.45));
    story.during(2, 8, face("somebody", 1), face("ada", 2).similarBy(0.9));
    story.ended(9);

    assertThat(story.summary()).containsExactly("stranger A 0-8 closed", "ada 2-8 closed");
  }

  @Test
  void aFrameCountsOncePerVisit() {
    Story story = Story.knowing("ada", "ben");
    story.during(0, 3, face("ada", 1), face("ben", 2));
    story.ended(4);

    assertThat(story.sightings()).extracting(Sighting::frames).containsExactly(7, 7);
  }
}
