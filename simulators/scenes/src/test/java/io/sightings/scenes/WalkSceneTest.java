package io.sightings.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sightings.scenes.TrueFrame.VisibleFace;
import io.sightings.scenes.person.PersonGenerator;
import io.sightings.scenes.person.PersonTraits;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WalkSceneTest {
  /** A pale man without beard and glasses, and a dark-skinned one. */
  private static final PersonTraits PALE = PersonGenerator.of(1, 11).get(10);

  private static final PersonTraits DARK = PersonGenerator.of(1, 1).get(0);

  @Test
  void theSameSeedGivesTheSamePixels() {
    assertThat(ImagePixels.pixels(crossing().frame(3.3)))
        .isEqualTo(ImagePixels.pixels(crossing().frame(3.3)));
  }

  @Test
  void anotherSeedGivesOtherGrain() {
    WalkScene other = new WalkScene(480, 270, crossing().walks(), 8);
    assertThat(ImagePixels.pixels(other.frame(3.3)))
        .isNotEqualTo(ImagePixels.pixels(crossing().frame(3.3)));
  }

  @Test
  void aFrameDoesNotDependOnWhichWereDrawnBefore() {
    WalkScene scene = crossing();
    for (double second = 7; second > 0; second -= 0.5) {
      scene.frame(second);
    }
    assertThat(ImagePixels.pixels(scene.frame(3.3)))
        .isEqualTo(ImagePixels.pixels(crossing().frame(3.3)));
  }

  @Test
  void manyThreadsDrawWhatOneDraws() {
    WalkScene shared = crossing();
    WalkScene alone = crossing();
    List<int[]> together =
        IntStream.range(0, 24)
            .parallel()
            .mapToObj(i -> ImagePixels.pixels(shared.frame(1 + i / 4.0)))
            .toList();
    for (int i = 0; i < together.size(); i++) {
      assertThat(together.get(i))
          .as("frame %d", i)
          .isEqualTo(ImagePixels.pixels(alone.frame(1 + i / 4.0)));
    }
  }

  @Test
  void bothEyesAreDrawnWhereTheTruthSaysTheFaceIs() {
    WalkScene scene =
        new WalkScene(480, 270, List.of(new PersonWalk("Eva", PALE, 0, 8, 90, true)), 7);
    for (double second = 2; second <= 6; second += 0.5) {
      Rectangle2D box = scene.truth(second).get(0).box();
      BufferedImage frame = scene.frame(second);
      double cheek = ImagePixels.darkest(frame, box, 0.35, 0.55);
      assertThat(ImagePixels.darkest(frame, box, 0.29, 0.36)).isLessThan(0.7 * cheek);
      assertThat(ImagePixels.darkest(frame, box, 0.71, 0.36)).isLessThan(0.7 * cheek);
    }
  }

  @Test
  void theFaceHasItsPersonsColour() {
    double pale = middleBrightness(PALE);
    double dark = middleBrightness(DARK);
    assertThat(pale).isBetween(130.0, 230.0);
    assertThat(dark).isBetween(30.0, 110.0);
  }

  private static double middleBrightness(PersonTraits person) {
    WalkScene scene =
        new WalkScene(480, 270, List.of(new PersonWalk("Eva", person, 0, 8, 90, true)), 7);
    Rectangle2D box = scene.truth(4).get(0).box();
    BufferedImage frame = scene.frame(4);
    return ImagePixels.brightness(
        frame,
        (int) (box.getX() + 0.35 * box.getWidth()),
        (int) (box.getY() + 0.5 * box.getHeight()));
  }

  @Test
  void whoWalksOutIsShownLessAndLessUntilGone() {
    WalkScene scene =
        new WalkScene(480, 270, List.of(new PersonWalk("Eva", PALE, 0, 8, 90, true)), 7);
    double before = 1;
    for (double second = 4; second < 8; second += 0.1) {
      double shown =
          scene.truth(second).stream().mapToDouble(VisibleFace::shown).findFirst().orElse(0);
      assertThat(shown).isLessThanOrEqualTo(before);
      before = shown;
    }
    assertThat(before).isZero();
    assertThat(scene.truth(8)).isEmpty();
    assertThat(scene.truth(8.5)).isEmpty();
  }

  @Test
  void whoPassesBehindSomebodyNearerIsHidden() {
    WalkScene scene = crossing();
    List<VisibleFace> apart = scene.truth(2);
    assertThat(apart).extracting(VisibleFace::name).containsExactly("Far", "Near");
    assertThat(apart).allSatisfy(face -> assertThat(face.shown()).isEqualTo(1));
    VisibleFace far = scene.truth(3.6).get(0);
    assertThat(far.name()).isEqualTo("Far");
    assertThat(far.shown()).isLessThan(0.95);
    List<VisibleFace> met = scene.truth(4);
    assertThat(met).extracting(VisibleFace::name).containsExactly("Near");
    assertThat(met.get(0).shown()).isEqualTo(1);
  }

  @Test
  void peopleBlinkSpeakAndTurn() {
    WalkScene scene =
        new WalkScene(480, 270, List.of(new PersonWalk("Eva", PALE, 0, 8, 90, true)), 7);
    BufferedImage earlier = faceAt(scene, 2.5);
    BufferedImage later = faceAt(scene, 5.5);
    assertThat(ImagePixels.difference(earlier, later)).isGreaterThan(5);
  }

  private static BufferedImage faceAt(WalkScene scene, double second) {
    Rectangle2D box = scene.truth(second).get(0).box();
    return scene.frame(second).getSubimage((int) box.getX(), (int) box.getY(), 70, 90);
  }

  @Test
  void aWalkThatEndsBeforeItBeginsIsRefused() {
    assertThatThrownBy(() -> new PersonWalk("Eva", PALE, 3, 2, 90, true))
        .hasMessageContaining("Eva")
        .hasMessageContaining("3.0 to 2.0");
  }

  private static WalkScene crossing() {
    return new WalkScene(
        480,
        270,
        List.of(
            new PersonWalk("Near", PALE, 0, 8, 90, true),
            new PersonWalk("Far", DARK, 0, 8, 70, false)),
        7);
  }
}
