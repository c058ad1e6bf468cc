package io.sightings.engine.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sightings.contract.FaceBox;
import io.sightings.contract.image.UnreadableImageException;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.FaceShot;
import io.sightings.engine.FacelessPictures;
import io.sightings.engine.ShotSettings;
import java.util.Optional;
import java.util.Random;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaceShotCutterTest {
  private static final ShotSettings USUAL = new ShotSettings(2.5, 36, 240);

  private final Mat noise = noise(1000, 800);

  @AfterEach
  void close() {
    noise.close();
  }

  private static Mat noise(int width, int height) {
    byte[] random = new byte[width * height * 3];
    new Random(1).nextBytes(random);
    Mat pixels = new Mat(height, width, opencv_core.CV_8UC3);
    pixels.data().put(random);
    return pixels;
  }

  private Optional<FaceShot> cut(FaceBox face) {
    return new FaceShotCutter(USUAL).cut(noise, face);
  }

  private static int[] sides(FaceShot shot) throws UnreadableImageException {
    EngineSettings.Image bounds = EngineSettings.Image.DEFAULT;
    try (PictureDecoder decoder = new PictureDecoder(bounds, 1 << 20)) {
      DecodedPicture picture = decoder.decode(shot.jpeg());
      return new int[] {picture.width(), picture.height()};
    }
  }

  @Test
  void aFaceHasItsMarginAroundIt() throws UnreadableImageException {
    FaceShot shot = cut(new FaceBox(400, 300, 100, 120)).orElseThrow();
    assertThat(sides(shot)).containsExactly(250, 300);
    assertThat(shot.face()).isEqualTo(new FaceBox(75, 90, 100, 120));
  }

  @Test
  void aLargeFaceIsReduced() throws UnreadableImageException {
    FaceShot shot =
        new FaceShotCutter(new ShotSettings(1.5, 36, 240)).cut(noise, box(300)).orElseThrow();
    assertThat(sides(shot)).containsExactly(360, 360);
    assertThat(shot.face().width()).isEqualTo(240);
    assertThat(shot.face().x()).isCloseTo(60, within(1f));
  }

  @Test
  void aSmallFaceIsNeverEnlarged() throws UnreadableImageException {
    FaceShot shot = cut(new FaceBox(400, 300, 40, 40)).orElseThrow();
    assertThat(sides(shot)).containsExactly(100, 100);
    assertThat(shot.face().width()).isEqualTo(40);
  }

  @Test
  void atTheEdgeOfThePictureTheMarginEnds() throws UnreadableImageException {
    FaceShot corner = cut(new FaceBox(-10, -20, 100, 100)).orElseThrow();
    assertThat(sides(corner)).containsExactly(165, 155);
    assertThat(corner.face()).isEqualTo(new FaceBox(-10, -20, 100, 100));
    FaceShot other = cut(new FaceBox(920, 720, 100, 100)).orElseThrow();
    assertThat(sides(other)).containsExactly(155, 155);
    assertThat(other.face().x()).isEqualTo(75);
  }

  @Test
  void aFaceTheServiceWouldNotFindIsNotCutOut() {
    assertThat(cut(new FaceBox(400, 300, 35, 90))).isEmpty();
    assertThat(cut(new FaceBox(-500, 300, 100, 100))).isEmpty();
    assertThat(cut(new FaceBox(2000, 300, 100, 100))).isEmpty();
  }

  @Test
  void noShotIsTooSmallForTheService() {
    try (Mat plain = new Mat(200, 200, opencv_core.CV_8UC3, Scalar.all(127))) {
      Optional<FaceShot> blank =
          new FaceShotCutter(new ShotSettings(1, 36, 240)).cut(plain, box36());
      assertThat(blank).isEmpty();
    }
    FaceShot least =
        new FaceShotCutter(new ShotSettings(1, 36, 240)).cut(noise, box36()).orElseThrow();
    assertThat(least.jpeg().length).isGreaterThanOrEqualTo(FaceShot.MIN_BYTES);
  }

  @Test
  void noShotIsTooLargeForTheService() throws UnreadableImageException {
    try (Mat large = noise(3000, 3000)) {
      FaceBox all = new FaceBox(0, 0, 3000, 3000);
      FaceShot shot =
          new FaceShotCutter(new ShotSettings(1, 36, 4096)).cut(large, all).orElseThrow();
      assertThat(shot.jpeg().length).isBetween(FaceShot.MAX_BYTES / 3, FaceShot.MAX_BYTES);
      assertThat(sides(shot)[0]).isEqualTo(Math.round(shot.face().width()));
    }
  }

  @Test
  void aTurnedPictureIsCutAsItIsSeen() throws UnreadableImageException {
    byte[] turned = FacelessPictures.turned(FacelessPictures.disc(600, 400, "jpg"));
    // The disc has moved from the left to the right of a picture of 400 by 600.
    FaceBox disc = new FaceBox(200, 0, 200, 300);
    FaceShot shot =
        new FaceShotCutter(new ShotSettings(1, 36, 1000)).cut(turned, disc).orElseThrow();
    assertThat(sides(shot)).containsExactly(200, 300);
    EngineSettings.Image bounds = EngineSettings.Image.DEFAULT;
    try (PictureDecoder decoder = new PictureDecoder(bounds, 1 << 20)) {
      Mat pixels = decoder.decode(shot.jpeg()).pixels();
      assertThat(pixels.ptr(150, 100).get(0) & 0xff).as("blue of red").isLessThan(60);
      assertThat(pixels.ptr(150, 100).get(2) & 0xff).as("red of red").isGreaterThan(200);
    }
  }

  private static FaceBox box(float side) {
    return new FaceBox(350, 250, side, side);
  }

  private static FaceBox box36() {
    return new FaceBox(100, 100, 36, 36);
  }
}
