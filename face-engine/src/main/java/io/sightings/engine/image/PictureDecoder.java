package io.sightings.engine.image;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_2;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_4;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_8;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;

import io.sightings.engine.EngineSettings;
import io.sightings.engine.UnreadableImageException;
import io.sightings.engine.UnreadableImageException.Reason;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Decodes pictures within bounds, no larger than they are needed, always into the same memory. One
 * per thread.
 */
public final class PictureDecoder implements AutoCloseable {
  private final PictureBounds bounds;
  private final int enough;
  private final Mat pixels = new Mat();
  private BytePointer encoded = new BytePointer(1 << 16);

  /**
   * @param detectionSize longer side of what the detector sees; pictures are not reduced below
   *     {@link EngineSettings.Image#detail()} times that
   */
  public PictureDecoder(EngineSettings.Image bounds, int detectionSize) {
    this.bounds = new PictureBounds(bounds);
    this.enough = (int) Math.ceil(bounds.detail() * detectionSize);
  }

  /** The picture, turned as its EXIF orientation says; valid until the next call. */
  public Picture decode(byte[] image) throws UnreadableImageException {
    ImageHeader header = bounds.header(image);
    int reduction =
        header.format() == ImageHeader.Format.JPEG
            ? reduction(Math.max(header.width(), header.height()))
            : 1;
    if (encoded.capacity() < image.length) {
      encoded.close();
      encoded = new BytePointer(image.length);
    }
    encoded.position(0).put(image, 0, image.length);
    try (Mat bytes = new Mat(1, image.length, CV_8UC1, encoded)) {
      imdecode(bytes, flags(reduction), pixels);
    } catch (RuntimeException e) { // what JavaCPP makes of a C++ exception
      throw corrupt(header);
    }
    if (pixels.empty()) {
      throw corrupt(header);
    }
    // The header does not tell about the rotation, the decoded sides do: a turned picture has them
    // exchanged.
    boolean turned = pixels.cols() != reduced(header.width(), reduction);
    return turned
        ? new Picture(pixels, (int) header.height(), (int) header.width())
        : new Picture(pixels, (int) header.width(), (int) header.height());
  }

  private int reduction(long longerSide) {
    int reduction = 8;
    while (reduction > 1 && longerSide / reduction < enough) {
      reduction /= 2;
    }
    return reduction;
  }

  private static int flags(int reduction) {
    return switch (reduction) {
      case 2 -> IMREAD_REDUCED_COLOR_2;
      case 4 -> IMREAD_REDUCED_COLOR_4;
      case 8 -> IMREAD_REDUCED_COLOR_8;
      default -> IMREAD_COLOR;
    };
  }

  /** libjpeg rounds up when it reduces. */
  private static long reduced(long side, int reduction) {
    return (side + reduction - 1) / reduction;
  }

  private static UnreadableImageException corrupt(ImageHeader header) {
    return new UnreadableImageException(
        Reason.CORRUPT, "The " + header.format() + " picture is damaged and cannot be decoded.");
  }

  @Override
  public void close() {
    pixels.close();
    encoded.close();
  }
}
