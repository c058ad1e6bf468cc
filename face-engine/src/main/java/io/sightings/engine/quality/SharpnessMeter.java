package io.sightings.engine.quality;

import static org.bytedeco.opencv.global.opencv_core.CV_16S;
import static org.bytedeco.opencv.global.opencv_core.meanStdDev;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.Laplacian;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import io.sightings.engine.DetectedFace;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;

/** Measures how sharp an aligned face is. One per thread. */
public final class SharpnessMeter implements AutoCloseable {
  /** What lies outside is mostly background and hair, which may be sharp where the face is not. */
  private static final int BORDER = DetectedFace.CROP_SIDE / 7;

  private final Mat grey = new Mat();
  private final Mat edges = new Mat();
  private final Mat mean = new Mat();
  private final Mat deviation = new Mat();
  private final Rect middle =
      new Rect(
          BORDER, BORDER, DetectedFace.CROP_SIDE - 2 * BORDER, DetectedFace.CROP_SIDE - 2 * BORDER);

  /**
   * Variance of the Laplacian (Pech-Pacheco et al., 2000) over the variance of the grey values, in
   * thousandths: the division makes a dim face as sharp as the same face in good light.
   */
  public float measure(Mat face) {
    try (Mat inner = new Mat(face, middle)) {
      cvtColor(inner, grey, COLOR_BGR2GRAY);
    }
    Laplacian(grey, edges, CV_16S);
    double contrast = variance(grey);
    return contrast > 0 ? (float) (1000 * variance(edges) / contrast) : 0;
  }

  private double variance(Mat values) {
    meanStdDev(values, mean, deviation);
    double sigma = deviation.ptr().getDouble();
    return sigma * sigma;
  }

  @Override
  public void close() {
    grey.close();
    edges.close();
    mean.close();
    deviation.close();
    middle.close();
  }
}
