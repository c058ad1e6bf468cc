package io.sightings.engine.detect;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.split;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.sightings.engine.onnx.DirectTensor;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Scales pictures of one shape into a network's input: one plane for each colour. Sides are filled
 * up to a multiple of 32 with black at the right or the bottom; nothing ever writes there, so it is
 * made once.
 */
final class PlanarPictureInput implements AutoCloseable {
  private static final int CHANNELS = 3;

  private final DetectorScale fit;
  private final ColourRange range;
  private final DirectTensor tensor;
  private final Size size;
  private final Mat scaled = new Mat();
  private final MatVector channels = new MatVector(CHANNELS);
  private final FloatPointer memory;
  private final Mat[] planes = new Mat[CHANNELS];

  PlanarPictureInput(DetectorScale fit, ColourRange range) {
    this.fit = fit;
    this.range = range;
    this.size = new Size(fit.width(), fit.height());
    this.tensor = new DirectTensor(1, CHANNELS, fit.paddedHeight(), fit.paddedWidth());
    this.memory = new FloatPointer(tensor.values());
    long plane = (long) fit.paddedWidth() * fit.paddedHeight();
    try (Rect filled = new Rect(0, 0, fit.width(), fit.height())) {
      for (int i = 0; i < CHANNELS; i++) {
        try (FloatPointer start = memory.getPointer(i * plane);
            Mat whole = new Mat(fit.paddedHeight(), fit.paddedWidth(), CV_32FC1, start);
            Scalar black = new Scalar(range.of(0))) {
          whole.put(black);
          planes[i] = new Mat(whole, filled);
        }
      }
    }
  }

  DirectTensor fill(Mat pixels) {
    resize(pixels, scaled, size, 0, 0, interpolation(pixels));
    split(scaled, channels);
    for (int i = 0; i < CHANNELS; i++) {
      try (Mat channel = channels.get(range.redFirst() ? CHANNELS - 1 - i : i)) {
        // Same size and type: written in place.
        channel.convertTo(planes[i], CV_32FC1, range.scale(), range.of(0));
      }
    }
    return tensor;
  }

  /** The picture as the network sees it, before its colours are converted. */
  Mat scaled() {
    return scaled;
  }

  private int interpolation(Mat pixels) {
    return range.smooth() && 2 * fit.width() <= pixels.cols() ? INTER_AREA : INTER_LINEAR;
  }

  DetectorScale fit() {
    return fit;
  }

  @Override
  public void close() {
    for (Mat plane : planes) {
      plane.close();
    }
    memory.close();
    channels.close();
    scaled.close();
    size.close();
    tensor.close();
  }
}
