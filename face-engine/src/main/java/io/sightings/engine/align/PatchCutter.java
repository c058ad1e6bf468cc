package io.sightings.engine.align;

import static org.bytedeco.opencv.global.opencv_core.BORDER_CONSTANT;
import static org.bytedeco.opencv.global.opencv_core.CV_64FC1;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;
import static org.bytedeco.opencv.global.opencv_imgproc.warpAffine;

import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** Cuts a turned and scaled square out of a picture. One per thread. */
public final class PatchCutter implements AutoCloseable {
  /** Below this scale bilinear sampling would skip source pixels. */
  private static final double MIN_BILINEAR_SCALE = 0.5;

  private final int side;
  private final Mat patch = new Mat();
  private final Mat shrunk = new Mat();
  private final Mat matrix = new Mat(2, 3, CV_64FC1);
  private final Size size;
  private final Scalar black = new Scalar(0);

  /**
   * @param side of the patch in pixels
   */
  public PatchCutter(int side) {
    this.side = side;
    this.size = new Size(side, side);
  }

  /**
   * @param pixels blue, green, red bytes
   * @param transform from the picture to the patch
   * @return the patch, valid until the next call; black where it reaches beyond the picture
   */
  public Mat cut(Mat pixels, SimilarityTransform transform) {
    if (transform.scale() >= MIN_BILINEAR_SCALE) {
      return warp(pixels, transform);
    }
    int shrink = (int) Math.floor(1 / transform.scale());
    try (Rect region = region(pixels, transform, shrink)) {
      if (region.width() < shrink || region.height() < shrink) {
        return warp(pixels, transform);
      }
      try (Mat part = new Mat(pixels, region);
          Size reduced = new Size(region.width() / shrink, region.height() / shrink)) {
        resize(part, shrunk, reduced, 0, 0, INTER_AREA);
      }
      return warp(shrunk, transform.after(region.x(), region.y(), 1.0 / shrink));
    }
  }

  /** The part of the picture that ends up in the crop, its sides multiples of {@code step}. */
  private Rect region(Mat pixels, SimilarityTransform transform, int step) {
    double left = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    for (int corner = 0; corner < 4; corner++) {
      double[] point = transform.inverse((corner & 1) * side, (corner >> 1) * side);
      left = Math.min(left, point[0]);
      right = Math.max(right, point[0]);
      top = Math.min(top, point[1]);
      bottom = Math.max(bottom, point[1]);
    }
    int x = (int) Math.max(0, Math.floor(left) - step);
    int y = (int) Math.max(0, Math.floor(top) - step);
    int width = (int) Math.min(pixels.cols(), Math.ceil(right) + step) - x;
    int height = (int) Math.min(pixels.rows(), Math.ceil(bottom) + step) - y;
    return new Rect(x, y, Math.max(0, width / step * step), Math.max(0, height / step * step));
  }

  private Mat warp(Mat source, SimilarityTransform transform) {
    try (DoubleIndexer cells = matrix.createIndexer()) {
      cells.put(0, 0, transform.a(), -transform.b(), transform.tx());
      cells.put(1, 0, transform.b(), transform.a(), transform.ty());
    }
    warpAffine(source, patch, matrix, size, INTER_LINEAR, BORDER_CONSTANT, black);
    return patch;
  }

  @Override
  public void close() {
    patch.close();
    shrunk.close();
    matrix.close();
    size.close();
    black.close();
  }
}
