package io.sightings.job.sighting;

import static io.sightings.job.sighting.FaceShown.face;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.Sighting;
import io.sightings.contract.SightingStatus;
import org.junit.jupiter.api.Test;

/** A source that falls silent without having ended. */
class SilenceTest {

  @Test
  void silenceClosesVisits() {
    Story story = Story.knowing("ada");
    story.during(0, 5, face("ada", 1), face("stranger", 2));
    story.silence();

    assertThat(story.summary()).containsExactly("ada 0-5 closed", "stranger A 0-5 closed");
  }

  @Test
  void aVisitThatGoesOnWithinTheGapIsReopenedWithAHigherRevision() {
    Story story = Story.knowing("ada");
    story.during(0, 5, face("ada", 1));
    story.silence();
    int closed = story.sightings().get(0).revision();
    story.at(20, face("ada", 1));

    assertThat(story.summary()).containsExactly("ada 0-20 open");
    assertThat(story.sightings().get(0).revision()).isEqualTo(closed + 1);

    story.ended(20);
    assertThat(story.summary()).containsExactly("ada 0-20 closed");
  }

  @Test
  void aVisitThatGoesOnWithinTheGapOnAnotherTrackIsReopenedToo() {
    Story story = Story.knowing("ada");
    story.during(0, 5, face("ada", 1));
    story.silence();
    story.during(20, 21, face("ada", 2));
    story.ended(21);

    assertThat(story.summary()).containsExactly("ada 0-21 closed");
  }

  @Test
  void framesOfOthersDoNotReopenAVisit() {
    Story story = Story.knowing("ada");
    story.during(0, 5, face("ada", 1));
    story.silence();
    story.at(20);
    story.heartbeat(21);
    story.at(22, face("poster", 3).unjudged());
    story.ended(60);

    assertThat(story.revisions())
        .extracting(Sighting::status)
        .containsExactly(SightingStatus.OPEN, SightingStatus.CLOSED);
  }

  @Test
  void beyondTheGapItIsANewVisit() {
    Story story = Story.knowing("ada");
    story.during(0, 5, face("ada", 1));
    story.silence();
    story.during(36, 40, face("ada", 2));
    story.ended(40);

    assertThat(story.summary()).containsExactly("ada 0-5 closed", "ada 36-40 closed");
  }

  @Test
  void aSecondSilenceSaysNothingNew() {
    Story story = Story.knowing("ada");
    story.during(0, 5, face("ada", 1));
    story.silence();
    int told = story.revisions().size();
    story.heartbeat(6);
    story.silence();

    assertThat(story.revisions()).hasSize(told);
  }

  @Test
  void aStrangerSeenTwiceBeforeTheSilenceIsPublished() {
    Story story = Story.knowing("ada");
    story.during(0, 0.5, face("stranger", 1));
    story.silence();

    assertThat(story.summary()).containsExactly("stranger A 0-0.5 closed");
  }
}
