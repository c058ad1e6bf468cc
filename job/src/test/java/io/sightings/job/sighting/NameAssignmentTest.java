package io.sightings.job.sighting;

import static io.sightings.job.sighting.FaceShown.face;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.Sighting;
import org.junit.jupiter.api.Test;

/** A name is earned. */
class NameAssignmentTest {

  @Test
  void oneAgreeingFaceIsNotEnoughWhileThePersonIsThere() {
    Story story = Story.knowing("ada");
    story.at(0, face("ada", 1));
    story.heartbeat(1);

    assertThat(story.revisions()).isEmpty();
  }

  @Test
  void oneClearFaceIsEnoughWhenThePersonHasLeft() {
    Story story = Story.knowing("ada");
    story.at(0, face("ada", 1));
    story.heartbeat(11);

    assertThat(story.summary()).containsExactly("ada 0-0 open");
  }

  @Test
  void oneFaceThatIsBarelySimilarIsNotEnoughWhenThePersonHasLeft() {
    Story story = Story.knowing("ada");
    story.at(0, face("ada", 1).similarBy(0.42));
    story.ended(11);

    assertThat(story.revisions()).isEmpty();
  }

  @Test
  void twoAgreeingFacesAre() {
    Story story = Story.knowing("ada");
    story.at(0, face("ada", 1));
    story.at(1, face("ada", 1));
    story.ended(2);

    assertThat(story.summary()).containsExactly("ada 0-1 closed");
    assertThat(story.sightings().get(0).agreeing()).isEqualTo(2);
  }

  @Test
  void theTwoMayBeOnTwoTracks() {
    Story story = Story.knowing("ada");
    story.at(0, face("ada", 1));
    story.at(1, face("ada", 2));
    story.ended(2);

    assertThat(story.summary()).containsExactly("ada 0-1 closed");
  }

  @Test
  void facesThatAreNotSimilarEnoughNameNobody() {
    Story story = Story.knowing("ada");
    story.during(0, 5, face("ada", 1).similarBy(0.38));
    story.ended(6);

    assertThat(story.sightings()).extracting(s -> s.person().known()).containsOnly(false);
  }

  @Test
  void facesNearToTwoPeopleNameNeither() {
    Story story = Story.knowing("ada");
    story.faces.areTwins("ada", "eve");
    story.enrol("eve");
    story.during(0, 5, face("ada", 1));
    story.ended(6);

    assertThat(story.summary()).containsExactly("stranger A 0-5 closed");
  }

  @Test
  void aTrackThatPassesFromOnePersonToAnotherIsTwoVisits() {
    Story story = Story.knowing("ada", "ben");
    story.during(0, 5, face("ada", 1));
    story.during(6, 10, face("ben", 1));
    story.ended(11);

    assertThat(story.told.newPeople).containsExactly("ada", "ben");
    assertThat(story.summary()).containsExactly("ada 0-5 closed", "ben 6-10 closed");
  }

  @Test
  void aTrackThatPassesFromAPersonToAStrangerIsTwoVisits() {
    Story story = Story.knowing("ada");
    story.during(0, 5, face("ada", 1));
    story.during(6, 10, face("somebody", 1));
    story.ended(11);

    assertThat(story.summary()).containsExactly("ada 0-5 closed", "stranger A 6-10 closed");
  }

  @Test
  void aFaceSeenWorseThanTheOthersDoesNotPartAVisit() {
    Story story = Story.knowing("ada", "ben");
    story.during(0, 5, face("ada", 1));
    story.at(6, face("ben", 1).similarBy(0.5).ofQuality(0.3));
    story.during(7, 8, face("ada", 1));
    story.ended(9);

    assertThat(story.summary()).containsExactly("ada 0-8 closed");
  }

  @Test
  void aFaceThatCannotBeJudgedNamesNobody() {
    Story story = Story.knowing("ada");
    story.during(0, 20, face("ada", 1).unjudged());
    story.ended(21);

    assertThat(story.revisions()).isEmpty();
  }

  @Test
  void aFaceThatCannotBeJudgedExtendsTheVisitOfItsTrack() {
    Story story = Story.knowing("ada");
    story.during(0, 1, face("ada", 1));
    story.during(2, 50, face("ada", 1).unjudged());
    story.ended(51);

    assertThat(story.summary()).containsExactly("ada 0-50 closed");
    assertThat(story.sightings().get(0).judged()).isEqualTo(3);
  }

  @Test
  void framesBeforeTheFirstJudgedFaceBelongToTheVisit() {
    Story story = Story.knowing("ada");
    story.during(0, 4, face("ada", 1).unjudged());
    story.during(5, 6, face("ada", 1));
    story.ended(7);

    assertThat(story.summary()).containsExactly("ada 0-6 closed");
  }

  @Test
  void theBestShotIsTheClearestJudgedFace() {
    Story story = Story.knowing("ada");
    story.at(0, face("ada", 1).ofQuality(0.4));
    story.at(1, face("ada", 1).ofQuality(0.9));
    story.at(2, face("ada", 1).ofQuality(0.6));
    story.at(3, face("ada", 1).unjudged().ofQuality(0.95));
    story.ended(4);

    Sighting.BestShot shot = story.sightings().get(0).bestShot();
    assertThat(shot.time()).isEqualTo(Story.START.plusMillis(Story.SECOND_MILLIS));
    assertThat(shot.frameId()).isEqualTo("door/run1/1");
    assertThat(shot.frameWidth()).isEqualTo(Story.FRAME_WIDTH);
  }

  @Test
  void theNameIsAsTheGalleryHasItNow() {
    Story story = Story.knowing("ada");
    story.during(0, 1, face("ada", 1));
    story.rename("ada", "Ada Lovelace");
    story.at(2, face("ada", 1));

    assertThat(story.sightings().get(0).person().name()).isEqualTo("Ada Lovelace");
    assertThat(story.told.newPeople).containsExactly("ada");
  }
}
