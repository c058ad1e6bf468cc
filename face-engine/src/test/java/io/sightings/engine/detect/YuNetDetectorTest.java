package io.sightings.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sightings.engine.EngineSettings;
import io.sightings.engine.TestMediaFolder;
import java.util.List;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.FaceDetectorYN;
import org.junit.jupiter.api.Test;

class YuNetDetectorTest {
  private static final String FILE = "models/face_detection_yunet_2023mar.onnx";
  private static final List<String> PHOTOS =
      List.of(
          "azure/Family1-Dad1.jpg",
          "azure/detection1.jpg",
          "azure/identification1.jpg",
          "azure/Family3-Man1.jpg");

  @Test
  void itFindsWhatOpenCvsOwnDetectorFindsInPicturesOfAnyShape() {
    TestMediaFolder media = TestMediaFolder.orSkip(getClass());
    EngineSettings.Detector unscaled = new EngineSettings.Detector("", 4096, 0.7, 0.3, 1);
    try (YuNetModel model = YuNetModel.load(media.bytes(FILE));
        FaceDetector detector = new YuNetDetector(model, unscaled)) {
      for (String photo : PHOTOS) {
        try (Mat picture = opencv_imgcodecs.imread(media.path("photos/" + photo).toString());
            Mat expected = openCv(media, picture)) {
          List<RawDetection> found = detector.detect(picture);
          assertThat(found).as(photo).isNotEmpty().hasSize(expected.rows());
          assertSame(found, expected);
        }
      }
    }
  }

  private static void assertSame(List<RawDetection> found, Mat expected) {
    try (FloatIndexer row = expected.createIndexer()) {
      for (int i = 0; i < found.size(); i++) {
        assertThat(found.get(i).score()).isEqualTo(row.get(i, 14), within(1e-3f));
        assertThat(found.get(i).box().x()).isEqualTo(row.get(i, 0), within(0.1f));
        assertThat(found.get(i).box().height()).isEqualTo(row.get(i, 3), within(0.1f));
        // Landmarks are means here, those of one finding there.
        for (int k = 0; k < 10; k++) {
          assertThat(found.get(i).points()[k])
              .isCloseTo(row.get(i, 4 + k), within(0.06f * row.get(i, 2)));
        }
      }
    }
  }

  private static Mat openCv(TestMediaFolder media, Mat picture) {
    Mat faces = new Mat();
    try (Size size = new Size(picture.cols(), picture.rows());
        FaceDetectorYN detector =
            FaceDetectorYN.create(media.path(FILE).toString(), "", size, 0.7f, 0.3f, 5000, 0, 0)) {
      detector.detect(picture, faces);
    }
    return faces;
  }
}
