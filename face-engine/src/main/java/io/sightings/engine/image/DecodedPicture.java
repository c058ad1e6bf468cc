package io.sightings.engine.image;

import org.bytedeco.opencv.opencv_core.Mat;

/**
 * A decoded picture, on loan from its decoder until the next one is decoded.
 *
 * @param pixels blue, green, red bytes; possibly reduced
 * @param width of the original in pixels, after its EXIF rotation
 * @param height in the same unit
 */
public record DecodedPicture(Mat pixels, int width, int height) {

  /** Pixels of the original per decoded pixel. */
  public float reduction() {
    return (float) width / pixels.cols();
  }
}
