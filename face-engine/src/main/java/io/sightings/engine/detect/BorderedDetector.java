package io.sightings.engine.detect;

import static org.bytedeco.opencv.global.opencv_core.BORDER_CONSTANT;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;

import io.sightings.contract.FaceBox;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * Looks at a picture with a grey border. A detector has learnt heads with something around them: it
 * is unsure of a photo that is cut to the face, and of a face that fills a portrait.
 */
public final class BorderedDetector implements FaceDetector {
  /** Width of the border in sides of the picture, at each edge. */
  private static final double BORDER = 0.5;

  private static final double GREY = 127;

  /** No photo that is cut to a face is longer than this, in shorter sides. */
  private static final double MAX_ELONGATION = 2;

  private final FaceDetector detector;
  private final Mat bordered = new Mat();
  private final Scalar grey = new Scalar(GREY, GREY, GREY, 0);

  /**
   * @param detector closed with this one
   */
  public BorderedDetector(FaceDetector detector) {
    this.detector = detector;
  }

  /**
   * @return faces whose centre is in the picture, in its pixels without the border; a box may reach
   *     over the edge. None for a picture more than twice as long as wide
   */
  @Override
  public List<RawDetection> detect(Mat pixels) {
    int longer = Math.max(pixels.cols(), pixels.rows());
    if (longer > MAX_ELONGATION * Math.min(pixels.cols(), pixels.rows())) {
      return List.of();
    }
    FaceBox picture = new FaceBox(0, 0, pixels.cols(), pixels.rows());
    int x = (int) Math.round(pixels.cols() * BORDER);
    int y = (int) Math.round(pixels.rows() * BORDER);
    copyMakeBorder(pixels, bordered, y, y, x, x, BORDER_CONSTANT, grey);
    return detector.detect(bordered).stream()
        .map(found -> moved(found, -x, -y))
        .filter(found -> picture.contains(found.box().centreX(), found.box().centreY()))
        .toList();
  }

  private static RawDetection moved(RawDetection found, int byX, int byY) {
    FaceBox box = found.box();
    float[] points = found.points().clone();
    for (int i = 0; i < points.length; i += 2) {
      points[i] += byX;
      points[i + 1] += byY;
    }
    return new RawDetection(
        new FaceBox(box.x() + byX, box.y() + byY, box.width(), box.height()),
        points,
        found.measured(),
        found.score());
  }

  @Override
  public void close() {
    detector.close();
    bordered.close();
    grey.close();
  }
}
