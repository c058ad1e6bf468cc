package io.sightings.engine.detect;

import ai.onnxruntime.OrtException;
import io.sightings.engine.EngineSettings;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Finds faces with UltraFace RFB-320 at two scales and keeps those that MTCNN's O-Net confirms,
 * which also gives their landmarks.
 */
public final class UltraFaceDetector implements FaceDetector {
  /** UltraFace finds at 480 pixels what YuNet finds at 640, and takes twice as long. */
  private static final double FINE = 0.75;

  /** Faces that fill the picture are larger than the network's largest prior at the fine scale. */
  private static final double COARSE = FINE / 2;

  private final UltraFaceModel model;
  private final EngineSettings.Detector settings;
  private final ShapeBuffers<UltraFaceScan> scans = new ShapeBuffers<>(UltraFaceScan::new);
  private final OnetLandmarkFinder landmarks;

  public UltraFaceDetector(UltraFaceModel model, EngineSettings.Detector settings) {
    this.model = model;
    this.settings = settings;
    this.landmarks = new OnetLandmarkFinder(model.points());
  }

  @Override
  public List<RawDetection> detect(Mat pixels) {
    try {
      UltraFaceScan fine = scan(pixels, FINE);
      List<ScoredBox> boxes = new ArrayList<>(boxes(fine, pixels, pixels));
      UltraFaceScan coarse = scan(pixels, COARSE);
      if (coarse != fine) { // small pictures have one scale only
        boxes.addAll(boxes(coarse, fine.scaled(), pixels));
      }
      List<RawDetection> faces = new ArrayList<>();
      for (ScoredBox box : ScoredBox.merged(boxes, settings.maxOverlap())) {
        landmarks
            .find(pixels, box.box())
            .ifPresent(points -> faces.add(new RawDetection(box.box(), points, true, box.score())));
      }
      return faces;
    } catch (OrtException e) {
      throw new IllegalStateException(
          "UltraFace failed on a picture of " + pixels.cols() + "x" + pixels.rows() + " pixels.",
          e);
    }
  }

  private UltraFaceScan scan(Mat pixels, double share) {
    int longerSide = (int) Math.round(settings.size() * share);
    return scans.of(
        DetectorScale.of(pixels.cols(), pixels.rows(), longerSide, settings.maxEnlargement()));
  }

  private List<ScoredBox> boxes(UltraFaceScan scan, Mat from, Mat picture) throws OrtException {
    return ScoredBox.merged(
        scan.run(model.boxes(), from, picture.cols(), picture.rows(), settings.minScore()),
        settings.maxOverlap());
  }

  @Override
  public void close() {
    scans.close();
    landmarks.close();
  }
}
