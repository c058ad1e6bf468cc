package io.sightings.engine.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sightings.engine.EngineSettings;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.junit.jupiter.api.Test;

class QualityTest {
  private final FaceQualityAssessor judge =
      new FaceQualityAssessor(new EngineSettings.Gate(40, 15, 0.8));

  @Test
  void aFaceThatIsTooSmallOrUncertainIsNotEvenCropped() {
    assertThat(judge.worthCropping(39.9f, 0.9f)).isFalse();
    assertThat(judge.worthCropping(40, 0.79f)).isFalse();
    assertThat(judge.worthCropping(40, 0.81f)).isTrue();
    assertThat(judge.unfit(20, 0.9f, 0).judgeable()).isFalse();
  }

  @Test
  void aBlurredFaceIsNotJudgeable() {
    assertThat(judge.judge(80, 14, 0.9f, 0).judgeable()).isFalse();
    assertThat(judge.judge(80, 16, 0.9f, 0).judgeable()).isTrue();
  }

  @Test
  void theBestShotIsLargeSharpAndFrontal() {
    float good = judge.judge(100, 80, 0.9f, 0).overall();
    assertThat(good).isBetween(0f, 1f);
    assertThat(judge.judge(50, 80, 0.9f, 0).overall()).isLessThan(good);
    assertThat(judge.judge(100, 30, 0.9f, 0).overall()).isLessThan(good);
    assertThat(judge.judge(100, 80, 0.9f, -0.5f).overall()).isLessThan(good);
  }

  @Test
  void theNoseTellsWhereTheHeadIsTurned() {
    assertThat(HeadPoseEstimator.yaw(new float[] {40, 50, 80, 50, 60, 70, 45, 90, 75, 90}))
        .isZero();
    assertThat(HeadPoseEstimator.yaw(new float[] {40, 50, 80, 50, 80, 70, 45, 90, 75, 90}))
        .isEqualTo(1);
    assertThat(HeadPoseEstimator.yaw(new float[] {40, 50, 80, 50, 50, 70, 45, 90, 75, 90}))
        .isEqualTo(-0.5f, within(1e-6f));
    assertThat(HeadPoseEstimator.yaw(null)).isZero();
  }

  @Test
  void blurLowersTheSharpnessAndDimLightDoesNot() {
    try (SharpnessMeter meter = new SharpnessMeter();
        Mat sharp = blotches();
        Mat blurred = new Mat();
        Mat dim = new Mat();
        Size kernel = new Size(9, 9)) {
      opencv_imgproc.GaussianBlur(sharp, blurred, kernel, 2);
      sharp.convertTo(dim, -1, 0.4, 20);
      float sharpness = meter.measure(sharp);
      assertThat(meter.measure(blurred)).isLessThan(sharpness / 2);
      assertThat(meter.measure(dim)).isCloseTo(sharpness, within(0.15f * sharpness));
    }
  }

  private static Mat blotches() {
    Mat picture = new Mat(112, 112, opencv_core.CV_8UC3, Scalar.GRAY);
    for (int i = 0; i < 60; i++) {
      try (Point centre = new Point(i * 37 % 112, i * 61 % 112)) {
        opencv_imgproc.circle(
            picture, centre, 2 + i % 7, i % 2 == 0 ? Scalar.WHITE : Scalar.BLACK, -1, 8, 0);
      }
    }
    return picture;
  }
}
