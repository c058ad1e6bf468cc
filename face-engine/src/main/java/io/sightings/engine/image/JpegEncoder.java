package io.sightings.engine.image;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;

/** Encodes pictures. */
final class JpegEncoder {

  private JpegEncoder() {}

  /**
   * @param pixels blue, green, red bytes
   * @param quality 0 to 100
   */
  static byte[] encode(Mat pixels, int quality) {
    try (BytePointer encoded = new BytePointer();
        IntPointer options = new IntPointer(IMWRITE_JPEG_QUALITY, quality)) {
      if (!imencode(".jpg", pixels, encoded, options)) {
        throw new IllegalStateException("OpenCV could not encode a face as a JPEG.");
      }
      byte[] jpeg = new byte[Math.toIntExact(encoded.limit())];
      encoded.get(jpeg);
      return jpeg;
    }
  }
}
