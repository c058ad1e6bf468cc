package io.sightings.engine.detect;

import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;

/** Finds faces. Holds reused native buffers: one per thread. */
public interface FaceDetector extends AutoCloseable {

  /**
   * @param pixels blue, green, red bytes
   * @return best score first, without duplicates
   */
  List<RawDetection> detect(Mat pixels);

  @Override
  void close();
}
