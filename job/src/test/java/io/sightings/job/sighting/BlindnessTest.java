package io.sightings.job.sighting;

import static io.sightings.job.sighting.FaceShown.face;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A camera that cannot see for a while, and says so afterwards. */
class BlindnessTest {
  private final Story story = Story.knowing("ada");

  @Test
  void aVisitGoesOnAfterABlindnessShorterThanTheGap() {
    story.during(0, 5, face("ada", 1));
    story.gap(20);
    story.during(20, 25, face("ada", 2));
    story.ended(26);

    assertThat(story.summary()).containsExactly("ada 0-25 closed");
  }

  @Test
  void aBlindnessLongerThanTheGapEndsAVisitThoughNobodyWasSeenAgain() {
    story.during(0, 5, face("ada", 1));
    story.gap(60);

    assertThat(story.summary()).containsExactly("ada 0-5 closed");
  }
}
