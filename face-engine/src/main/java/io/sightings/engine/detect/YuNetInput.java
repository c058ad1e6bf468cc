package io.sightings.engine.detect;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.split;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.sightings.engine.onnx.DirectTensor;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Scales pictures of one shape into the network's input: planes of blue, green and red, 0..255.
 * Sides are filled up to a multiple of 32 with black at the right or the bottom; nothing ever
 * writes there, so it is made once.
 */
final class YuNetInput implements AutoCloseable {
  private static final int CHANNELS = 3;

  private final DetectorScale fit;
  private final DirectTensor tensor;
  private final Size size;
  private final Mat scaled = new Mat();
  private final MatVector channels = new MatVector(CHANNELS);
  private final FloatPointer memory;
  private final Mat[] planes = new Mat[CHANNELS];

  YuNetInput(DetectorScale fit) {
    this.fit = fit;
    this.size = new Size(fit.width(), fit.height());
    this.tensor = new DirectTensor(1, CHANNELS, fit.paddedHeight(), fit.paddedWidth());
    this.memory = new FloatPointer(tensor.values());
    long plane = (long) fit.paddedWidth() * fit.paddedHeight();
    try (Rect filled = new Rect(0, 0, fit.width(), fit.height())) {
      for (int i = 0; i < CHANNELS; i++) {
        try (FloatPointer start = memory.getPointer(i * plane);
            Mat whole = new Mat(fit.paddedHeight(), fit.paddedWidth(), CV_32FC1, start)) {
          planes[i] = new Mat(whole, filled);
        }
      }
    }
  }

  DirectTensor fill(Mat pixels) {
    resize(pixels, scaled, size, 0, 0, INTER_LINEAR);
    split(scaled, channels);
    for (int i = 0; i < CHANNELS; i++) {
      try (Mat channel = channels.get(i)) {
        channel.convertTo(planes[i], CV_32FC1); // same size and type: written in place
      }
    }
    return tensor;
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
