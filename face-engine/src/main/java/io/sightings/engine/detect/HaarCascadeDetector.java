package io.sightings.engine.detect;

import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.sightings.contract.FaceBox;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.EngineUnavailableException;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;

/**
 * Finds frontal faces with the Haar cascade that OpenCV's own jar carries (Lienhart and Maydt,
 * 2002): no file to download, upright faces only, no landmarks.
 */
public final class HaarCascadeDetector implements FaceDetector {
  private static final double SCALE_STEP = 1.1;
  private static final int MIN_NEIGHBOURS = 3;

  /**
   * Side of the smallest face looked for, as the cascade sees it; smaller ones are hardly ever
   * found.
   */
  private static final int MIN_SIDE = 24;

  private final EngineSettings.Detector settings;
  private final CascadeClassifier cascade;
  private final Mat grey = new Mat();
  private final Mat scaled = new Mat();
  private final Size least = new Size(MIN_SIDE, MIN_SIDE);
  private final Size greatest = new Size();

  public HaarCascadeDetector(EngineSettings.Detector settings) {
    this.settings = settings;
    String resource =
        "/org/bytedeco/opencv/"
            + Loader.getPlatform()
            + "/share/opencv4/haarcascades/haarcascade_frontalface_alt2.xml";
    try {
      File file = Loader.cacheResource(CascadeClassifier.class, resource);
      if (file == null) {
        throw new EngineUnavailableException(
            "OpenCV's jar for "
                + Loader.getPlatform()
                + " is not on the class path: it carries the face cascade.");
      }
      this.cascade = new CascadeClassifier(file.getPath());
    } catch (IOException e) {
      throw new EngineUnavailableException(
          "OpenCV's face cascade cannot be unpacked: " + e.getMessage() + ".", e);
    }
  }

  @Override
  public List<RawDetection> detect(Mat pixels) {
    DetectorScale fit =
        DetectorScale.of(pixels.cols(), pixels.rows(), settings.size(), settings.maxEnlargement());
    try (Size size = new Size(fit.width(), fit.height());
        RectVector boxes = new RectVector();
        IntPointer neighbours = new IntPointer()) {
      cvtColor(pixels, grey, COLOR_BGR2GRAY);
      resize(grey, scaled, size, 0, 0, INTER_LINEAR);
      cascade.detectMultiScale2(
          scaled, boxes, neighbours, SCALE_STEP, MIN_NEIGHBOURS, 0, least, greatest);
      float scaleX = (float) pixels.cols() / fit.width();
      float scaleY = (float) pixels.rows() / fit.height();
      List<RawDetection> findings = new ArrayList<>();
      for (int i = 0; i < boxes.size(); i++) {
        try (Rect rect = boxes.get(i)) {
          FaceBox box =
              new FaceBox(
                  rect.x() * scaleX,
                  rect.y() * scaleY,
                  rect.width() * scaleX,
                  rect.height() * scaleY);
          findings.add(
              new RawDetection(box, TypicalLandmarks.in(box), false, score(neighbours.get(i))));
        }
      }
      findings.removeIf(finding -> finding.score() < settings.minScore());
      return NonMaximumSuppression.merged(findings, settings.maxOverlap());
    }
  }

  /**
   * The cascade only counts how many neighbouring windows agree: three give 0.7, five 0.82, nine
   * 0.9.
   */
  private static float score(int neighbours) {
    return 1 - 0.9f / neighbours;
  }

  @Override
  public void close() {
    cascade.close();
    grey.close();
    scaled.close();
    least.close();
    greatest.close();
  }
}
