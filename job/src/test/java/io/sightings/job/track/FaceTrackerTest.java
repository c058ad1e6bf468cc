package io.sightings.job.track;

import static io.sightings.job.track.Camera.blurred;
import static io.sightings.job.track.Camera.face;
import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.contract.FaceBox;
import io.sightings.contract.SourceKind;
import io.sightings.job.detect.SeenFace;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FaceTrackerTest {
  private final Camera camera = new Camera(SourceKind.LIVE);

  @Test
  void somebodyWalkingStraightStaysOnTheirTrack() {
    Set<String> tracks = new HashSet<>();
    for (int i = 0; i < 30; i++) {
      tracks.addAll(camera.tracksAt(i * 0.1, face(100 + 30 * i)));
    }
    assertThat(tracks).containsExactly("door/run1/0#0");
  }

  @Test
  void somebodyWalkingFastIsFollowedByTheirSpeed() {
    Set<String> tracks = new HashSet<>();
    // First steps are slow; then each frame is farther from the last than the reach.
    double x = 0;
    for (int i = 0; i < 12; i++) {
      tracks.addAll(camera.tracksAt(i * 0.1, face(x)));
      x += Math.min(120, 30 + 20 * i);
    }
    assertThat(tracks).hasSize(1);
  }

  @Test
  void aFaceHiddenForAMomentComesBackOnItsTrack() {
    String before = camera.tracksAt(0, face(100)).get(0);
    camera.at(0.05);
    assertThat(camera.tracksAt(0.1, face(100))).containsExactly(before);
  }

  @Test
  void aFaceHiddenForLessThanThePatienceFollowsItsTrackUnlessItsLooksSayOtherwise() {
    String before = camera.tracksAt(0, face(100)).get(0);
    camera.at(1);
    TrackedFace back = camera.at(2, face(100)).get(0);
    assertThat(back.track()).isNotEqualTo(before);
    assertThat(back.follows()).isEqualTo(before);
    assertThat(back.identify()).isTrue();
  }

  @Test
  void aFaceHiddenForLongerComesBackOnAnotherTrack() {
    String before = camera.tracksAt(0, face(100)).get(0);
    assertThat(camera.tracksAt(2.001, face(100))).doesNotContain(before);
    assertThat(camera.tracksKept()).isEqualTo(1);
  }

  @Test
  void whoeverIsThereAfterAGapIsOnAnotherTrack() {
    String before = camera.tracksAt(0, face(100)).get(0);
    camera.blindUntil(0.5);
    assertThat(camera.tracksAt(0.6, face(100))).doesNotContain(before);
  }

  @Test
  void aFaceTooFarAwayIsAnotherOne() {
    String before = camera.tracksAt(0, face(100)).get(0);
    assertThat(camera.tracksAt(0.1, face(100 + 2 * Camera.FACE))).doesNotContain(before);
  }

  @Test
  void twoFacesNeverShareATrack() {
    camera.at(0, face(100));
    assertThat(camera.tracksAt(0.1, face(100), face(100))).doesNotHaveDuplicates();
    assertThat(camera.tracksAt(0.2, face(100), face(110), face(120))).doesNotHaveDuplicates();
  }

  @Test
  void twoPeopleSideBySideKeepTheirTracks() {
    List<String> before = camera.tracksAt(0, face(100), face(220));
    for (int i = 1; i < 20; i++) {
      assertThat(camera.tracksAt(i * 0.1, face(100 + i), face(220 + i))).isEqualTo(before);
    }
  }

  @Test
  void peopleCrossingDoNotSwapTheirTracks() {
    Set<String> leftwards = new HashSet<>();
    Set<String> rightwards = new HashSet<>();
    for (int i = 0; i <= 30; i++) {
      List<String> tracks = camera.tracksAt(i * 0.1, face(100 + 20 * i), face(700 - 20 * i));
      rightwards.add(tracks.get(0));
      leftwards.add(tracks.get(1));
    }
    assertThat(leftwards).doesNotContainAnyElementsOf(rightwards);
  }

  @Test
  void peopleWhoTurnBackWhereTheyMeetDoNotSwapTheirTracks() {
    Set<String> left = new HashSet<>();
    Set<String> right = new HashSet<>();
    for (int i = 0; i <= 30; i++) {
      double apart = 20 * Math.abs(15 - i);
      List<String> tracks = camera.tracksAt(i * 0.1, face(400 - apart), face(400 + apart));
      left.add(tracks.get(0));
      right.add(tracks.get(1));
    }
    assertThat(left).doesNotContainAnyElementsOf(right);
  }

  @Test
  void whoStandsStillIsOnOneTrackAgainAfterSomebodyHasPassed() {
    for (int i = 0; i <= 30; i++) {
      camera.at(i * 0.1, face(400), face(100 + 20 * i));
    }
    String after = camera.tracksAt(3.1, face(400)).get(0);
    for (int i = 1; i <= 20; i++) {
      assertThat(camera.tracksAt(3.1 + i * 0.1, face(400))).containsExactly(after);
    }
  }

  @Test
  void aFaceThatSuddenlyDoublesIsAnotherOne() {
    String before = camera.tracksAt(0, face(100)).get(0);
    var big = new SeenFace(new FaceBox(60, 160, 160, 160), 0.5f, false, null, null, null);
    assertThat(camera.tracksAt(0.1, big)).doesNotContain(before);
  }

  @Test
  void anotherRunHasOtherTracks() {
    String before = camera.tracksAt(0, face(100)).get(0);
    camera.newRun("run2");
    assertThat(camera.tracksAt(0.1, face(100))).doesNotContain(before);
    assertThat(camera.tracksKept()).isEqualTo(1);
  }

  @Test
  void anEndedSourceLeavesNothingBehind() {
    camera.at(0, face(100));
    camera.ended(1);
    assertThat(camera.tracksKept()).isZero();
  }

  @Test
  void theFirstFacesOfATrackAreWorthIdentifying() {
    assertThat(camera.worthAt(0, face(100))).containsExactly(true);
    assertThat(camera.worthAt(0.1, face(100))).containsExactly(true);
    assertThat(camera.worthAt(0.2, face(100))).containsExactly(true);
    assertThat(camera.worthAt(0.3, face(100))).containsExactly(false);
  }

  @Test
  void aClearlyBetterShotIsWorthIdentifyingAndAWorseOneIsNot() {
    untilKnown();
    assertThat(camera.worthAt(0.3, face(100, 0.59))).containsExactly(false);
    assertThat(camera.worthAt(0.4, face(100, 0.61))).containsExactly(true);
    assertThat(camera.worthAt(0.5, face(100, 0.61))).containsExactly(false);
  }

  @Test
  void anOldAnswerIsAskedForAgain() {
    untilKnown();
    for (int i = 3; i < 52; i++) {
      assertThat(camera.worthAt(i * 0.1, face(100))).containsExactly(false);
    }
    assertThat(camera.worthAt(5.2, face(100))).containsExactly(true);
    assertThat(camera.worthAt(5.3, face(100))).containsExactly(false);
  }

  @Test
  void aFaceThatCannotBeJudgedIsNeverWorthIdentifying() {
    for (int i = 0; i < 80; i++) {
      assertThat(camera.worthAt(i * 0.1, blurred(100))).containsExactly(false);
    }
    assertThat(camera.worthAt(8, face(100))).containsExactly(true);
  }

  @Test
  void onlyCropsThatAreStillNeededTravelOn() {
    untilKnown();
    TrackedFace followed = camera.at(0.3, face(100)).get(0);
    TrackedFace asked = camera.at(0.4, face(100, 0.9)).get(0);
    assertThat(followed.face().crop()).isNull();
    assertThat(asked.face().crop()).isNotNull();
  }

  @Test
  void inPhotosEachFaceIsATrackOfItsOwnAndAllThatCanBeAreIdentified() {
    Camera photos = new Camera(SourceKind.IMAGE);
    List<TrackedFace> first = photos.at(0, face(100), blurred(300));
    List<TrackedFace> second = photos.at(0, face(100));

    assertThat(first).extracting(TrackedFace::identify).containsExactly(true, false);
    assertThat(first).extracting(TrackedFace::track).doesNotHaveDuplicates();
    assertThat(second.get(0).track()).isNotEqualTo(first.get(0).track());
    assertThat(photos.tracksKept()).isZero();
  }

  private void untilKnown() {
    for (int i = 0; i < 3; i++) {
      assertThat(camera.worthAt(i * 0.1, face(100))).containsExactly(true);
    }
  }
}
