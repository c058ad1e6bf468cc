package io.sightings.job.sighting;

import static io.sightings.job.sighting.FaceShown.face;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.Sighting;
import io.sightings.contract.SightingStatus;
import io.sightings.contract.SourceKind;
import org.junit.jupiter.api.Test;

/** A photo is judged by itself. */
class PhotosTest {

  @Test
  void oneGoodFaceNamesThePersonInAPhoto() {
    Story story = Story.ofPhotosKnowing("ada");
    story.at(0, face("ada", 1));

    assertThat(story.summary()).containsExactly("ada 0-0 closed");
    assertThat(story.sightings().get(0).revision()).isEqualTo(1);
    assertThat(story.sightings().get(0).frames()).isEqualTo(1);
  }

  @Test
  void twoPhotosOfOnePersonAreTwoSightings() {
    Story story = Story.ofPhotosKnowing("ada");
    story.at(0, face("ada", 1));
    story.at(1, face("ada", 2));

    assertThat(story.summary()).containsExactly("ada 0-0 closed", "ada 1-1 closed");
  }

  @Test
  void aPhotoUnderTheNameOfARecordingLeavesItsVisitsAlone() {
    Story story = Story.knowing("ada");
    story.during(0, 5, face("ada", 1));
    story.comesAs(SourceKind.IMAGE);
    story.newRun("photo");
    story.at(9000, face("stranger", 2));
    story.comesAs(SourceKind.VIDEO);
    story.newRun("run1");
    story.during(6, 10, face("ada", 1));
    story.ended(11);

    assertThat(story.summary()).containsExactly("ada 0-10 closed", "stranger A 9000-9000 closed");
  }

  @Test
  void photosComeInAnyOrderOfTime() {
    Story story = Story.ofPhotosKnowing("ada", "ben");
    story.at(1000, face("ada", 1));
    story.at(0, face("ben", 2));

    assertThat(story.summary()).containsExactly("ada 1000-1000 closed", "ben 0-0 closed");
  }

  @Test
  void twinsInAPhotoAreTwoPeople() {
    Story story = Story.ofPhotosKnowing("ada");
    story.faces.areTwins("ada", "eve");
    story.at(0, face("eve", 1).similarBy(0.7), face("ada", 2).similarBy(0.9));

    assertThat(story.summary()).containsExactly("ada 0-0 closed", "stranger A 0-0 closed");
    assertThat(story.sightings().get(0).similarity()).isGreaterThan(0.85);
  }

  @Test
  void strangersWhoAreTwinsAreTwoInAPhotoToo() {
    Story story = Story.ofPhotosKnowing("ada");
    story.faces.areTwins("tom", "tim");
    story.at(0, face("tom", 1), face("tim", 2));

    assertThat(story.summary()).containsExactly("stranger A 0-0 closed", "stranger B 0-0 closed");
  }

  @Test
  void aStrangerInTwoPhotosHasOneId() {
    Story story = Story.ofPhotosKnowing("ada");
    story.at(0, face("somebody", 1));
    story.at(10, face("somebody", 2));

    assertThat(story.summary()).containsExactly("stranger A 0-0 closed", "stranger A 10-10 closed");
  }

  @Test
  void aFaceThatCannotBeJudgedIsCountedAndNothingElse() {
    Story story = Story.ofPhotosKnowing("ada");
    story.at(0, face("ada", 1).unjudged(), face("ben", 2).unjudged());

    assertThat(story.revisions()).isEmpty();
    assertThat(story.told.unjudged).isEqualTo(2);
  }

  @Test
  void theEndOfAFolderSaysNothing() {
    Story story = Story.ofPhotosKnowing("ada");
    story.at(0, face("ada", 1));
    story.ended(1);

    assertThat(story.revisions()).extracting(Sighting::status).containsOnly(SightingStatus.CLOSED);
    assertThat(story.revisions()).hasSize(1);
  }
}
