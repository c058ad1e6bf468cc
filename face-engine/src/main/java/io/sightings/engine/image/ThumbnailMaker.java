package io.sightings.engine.image;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import io.sightings.engine.DetectedFace;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;

/** Small pictures of faces, for showing a sighting's best shot. */
public final class ThumbnailMaker {
  private static final int JPEG_QUALITY = 85;

  private ThumbnailMaker() {}

  /**
   * @param crop as in {@link DetectedFace#crop()}
   * @return a JPEG of the same size
   */
  public static byte[] jpeg(byte @Nullable [] crop) {
    if (crop.length != DetectedFace.CROP_BYTES) {
      throw new IllegalArgumentException(
          "A crop of "
              + crop.length
              + " bytes cannot be shown; it must have "
              + DetectedFace.CROP_BYTES
              + ".");
    }
    try (BytePointer pixels = new BytePointer(crop);
        Mat face = new Mat(DetectedFace.CROP_SIDE, DetectedFace.CROP_SIDE, CV_8UC3, pixels)) {
      return JpegEncoder.encode(face, JPEG_QUALITY);
    }
  }
}
