package io.sightings.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import io.sightings.contract.FaceBox;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;

class BorderedDetectorTest {
  private final List<String> shapes = new ArrayList<>();

  @Test
  void facesAreReportedInPixelsOfThePictureWithoutItsBorder() {
    RawDetection face = detected(100, 80, new FaceBox(40, 50, 120, 100)).get(0);

    assertThat(shapes).containsExactly("200x160");
    assertThat(face.box()).isEqualTo(new FaceBox(-10, 10, 120, 100));
    assertThat(face.points()).startsWith(40 - 50, 50 - 40);
    assertThat(face.score()).isEqualTo(0.9f);
  }

  @Test
  void whatIsFoundInTheBorderIsNoFace() {
    assertThat(detected(100, 80, new FaceBox(0, 0, 60, 60))).isEmpty();
  }

  @Test
  void aPictureMuchLongerThanWideIsNotLookedAt() {
    assertThat(detected(300, 100, new FaceBox(200, 80, 90, 90))).isEmpty();
    assertThat(shapes).isEmpty();
  }

  private List<RawDetection> detected(int width, int height, FaceBox found) {
    FaceDetector inner =
        new FaceDetector() {
          @Override
          public List<RawDetection> detect(Mat pixels) {
            shapes.add(pixels.cols() + "x" + pixels.rows());
            float[] points = new float[10];
            points[0] = found.x();
            points[1] = found.y();
            return List.of(new RawDetection(found, points, true, 0.9f));
          }

          @Override
          public void close() {
            // nothing to close
          }
        };
    try (BorderedDetector detector = new BorderedDetector(inner);
        Mat picture = new Mat(height, width, CV_8UC3)) {
      return detector.detect(picture);
    }
  }
}
