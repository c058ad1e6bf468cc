package io.sightings.job.sighting;

import static io.sightings.job.sighting.FaceShown.face;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.Sighting;
import io.sightings.contract.SightingStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nobody is in two open visits at one source. */
class MergingTest {

  @Test
  void twoTracksOfOneKnownPersonAreOneVisit() {
    Story story = Story.knowing("ada");
    story.during(0, 3, face("ada", 1));
    story.during(4, 7, face("ada", 2));
    story.ended(8);

    assertThat(story.summary()).containsExactly("ada 0-7 closed");
  }

  @Test
  void aStrangersVisitThatBecomesKnownIsMergedIntoTheOlderOne() {
    Story story = Story.knowing("ada");
    story.during(0, 3, face("ada", 1));
    // From aside she is not recognised, and does not look like herself either.
    story.during(4, 6, face("ada", 2).similarBy(0.39));
    assertThat(story.open()).hasSize(2);
    story.during(7, 12, face("ada", 2));
    story.ended(13);

    assertThat(story.summary().get(0)).isEqualTo("ada 0-12 closed");
    Sighting merged = story.sightings().get(1);
    assertThat(merged.status()).isEqualTo(SightingStatus.MERGED);
    assertThat(merged.mergedInto()).isEqualTo(story.sightings().get(0).id());
  }

  @Test
  void theOlderVisitIsToldOfTheMergeAtOnce() {
    Story story = Story.knowing("ada");
    story.during(0, 3, face("ada", 1));
    story.during(4, 6, face("ada", 2).similarBy(0.39));
    story.during(7, 12, face("ada", 2));

    List<Sighting> revisions = story.revisions();
    int merged = statuses(revisions).indexOf(SightingStatus.MERGED);
    Sighting into = revisions.get(merged + 1);
    assertThat(into.id()).isEqualTo(revisions.get(merged).mergedInto());
    assertThat(into.lastSeen()).isEqualTo(revisions.get(merged).lastSeen());
    assertThat(into.frames()).isGreaterThan(7);
  }

  @Test
  void aVisitNobodyWasToldOfIsMergedInSilence() {
    Story story = Story.knowing("ada");
    story.during(0, 3, face("ada", 1).unjudged());
    story.during(4, 7, face("ada", 2));
    story.during(8, 9, face("ada", 1));
    story.ended(10);

    assertThat(story.summary()).containsExactly("ada 0-9 closed");
    assertThat(statuses(story.revisions())).doesNotContain(SightingStatus.MERGED);
  }

  @Test
  void facesOfTwoTracksThatBecomeOneNameItAtOnce() {
    Story story = Story.knowing("ada");
    story.at(0, face("ada", 1).similarBy(0.7));
    story.at(1, face("ada", 1).similarBy(0.35));
    story.at(2, face("ada", 2).similarBy(0.95));
    story.ended(3);

    assertThat(story.summary()).containsExactly("ada 0-2 closed");
    assertThat(story.told.newPeople).containsExactly("ada");
  }

  @Test
  void aVisitWaitsForSomebodyWhoMayTurnOutToContinueIt() {
    Story story = Story.knowing("ada");
    story.during(0, 5, face("ada", 1));
    // Back within the gap, but too far away to be recognised until the gap is over.
    story.during(25, 45, face("ada", 2).unjudged());
    story.during(46, 50, face("ada", 2));
    story.ended(51);

    assertThat(story.summary()).containsExactly("ada 0-50 closed");
  }

  @Test
  void aVisitWaitsForPartsOfOneThatAreJoinedOnlyWhenTheyAreNamed() {
    Story story = Story.knowing("ada");
    story.during(0, 5, face("ada", 1));
    story.at(25, face("ada", 2));
    story.at(36, face("ada", 3).unjudged());
    story.at(37, face("ada", 3).similarBy(0.45));
    story.at(38, face("ada", 3));
    story.ended(39);

    assertThat(story.summary()).containsExactly("ada 0-38 closed");
  }

  @Test
  void aVisitDoesNotWaitForSomebodyWhoCameTooLate() {
    Story story = Story.knowing("ada");
    story.during(0, 5, face("ada", 1));
    story.during(36, 45, face("ada", 2).unjudged());

    assertThat(story.summary()).containsExactly("ada 0-5 closed");
  }

  @Test
  void aVisitDoesNotWaitForSomebodySeenBesideIt() {
    Story story = Story.knowing("ada");
    story.during(0, 5, face("ada", 1), face("ben", 2).unjudged());
    story.during(5.5, 36, face("ben", 2).unjudged());

    assertThat(story.summary()).containsExactly("ada 0-5 closed");
  }

  @Test
  void aVisitWaitsForOneMoreGapAtTheMost() {
    Story story = Story.knowing("ada");
    story.during(0, 5, face("ada", 1));
    story.during(25, 65, face("ada", 2).unjudged());
    assertThat(story.open()).hasSize(1);

    story.at(65.5, face("ada", 2).unjudged());
    assertThat(story.summary()).containsExactly("ada 0-5 closed");
  }

  @Test
  void aVisitThatWaitedIsNotContinuedAcrossMoreThanTheGap() {
    Story story = Story.knowing("ada");
    story.during(0, 5, face("ada", 1));
    story.during(25, 45, face("ben", 2).unjudged());
    story.during(46, 50, face("ada", 3));
    story.ended(51);

    assertThat(story.summary()).containsExactly("ada 0-5 closed", "ada 46-50 closed");
  }

  @Test
  void twoKnownPeopleAreNeverMergedHoweverAlike() {
    Story story = Story.knowing("ada", "ben");
    story.during(0, 1, face("ada", 1));
    story.at(2, face("ben", 1));
    story.during(4, 5, face("ben", 2));
    story.at(6, face("ada", 2));
    story.ended(7);

    assertThat(story.summary()).containsExactly("ada 0-6 closed", "ben 2-5 closed");
  }

  private static List<SightingStatus> statuses(List<Sighting> revisions) {
    return revisions.stream().map(Sighting::status).toList();
  }
}
