package io.sightings.engine.image;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.flip;
import static org.bytedeco.opencv.global.opencv_core.transpose;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_2;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_4;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_8;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;

import io.sightings.contract.image.ImageChecker;
import io.sightings.contract.image.ImageFormat;
import io.sightings.contract.image.ImageHeader;
import io.sightings.contract.image.UnreadableImageException;
import io.sightings.contract.image.UnreadableImageException.Reason;
import io.sightings.engine.EngineSettings;
import java.nio.ByteBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Decodes pictures within bounds, no larger than they are needed, always into the same memory.
 * OpenCV gets the parts of a picture that make up its pixels and nothing else. One per thread.
 */
public final class PictureDecoder implements AutoCloseable {
  /** Arguments of OpenCV's flip. */
  private static final int AROUND_X = 0;

  private static final int AROUND_Y = 1;
  private static final int AROUND_BOTH = -1;

  private static final int FIRST_CAPACITY = 1 << 16;

  private final ImageChecker checker;
  private final int enough;
  private final Mat decoded = new Mat();
  private final Mat turned = new Mat();
  private BytePointer encoded = new BytePointer(FIRST_CAPACITY);

  /**
   * @param detectionSize longer side of what the detector sees; pictures are not reduced below
   *     {@link EngineSettings.Image#detail()} times that
   */
  public PictureDecoder(EngineSettings.Image image, int detectionSize) {
    this.checker = new ImageChecker(image.bounds());
    this.enough = (int) Math.ceil(image.detail() * detectionSize);
  }

  /** Checks the picture without decoding it. */
  public ImageHeader check(byte[] image) throws UnreadableImageException {
    return checker.check(image);
  }

  /** The picture, turned as its EXIF orientation says; valid until the next call. */
  public DecodedPicture decode(byte[] image) throws UnreadableImageException {
    return decode(check(image));
  }

  /** The checked picture, turned as its EXIF orientation says; valid until the next call. */
  public DecodedPicture decode(ImageHeader header) throws UnreadableImageException {
    int reduction =
        header.format() == ImageFormat.JPEG
            ? reduction(Math.max(header.width(), header.height()))
            : 1;
    int length = hand(header);
    try (Mat bytes = new Mat(1, length, CV_8UC1, encoded)) {
      // It returns a second reference to the pixels, which would keep them until a collection.
      imdecode(bytes, flags(reduction) | IMREAD_IGNORE_ORIENTATION, decoded).close();
    } catch (RuntimeException e) { // what JavaCPP makes of a C++ exception
      throw corrupt(header);
    }
    if (decoded.empty()) {
      throw corrupt(header);
    }
    Mat upright = upright(header.exif().orientation());
    return new DecodedPicture(upright, header.uprightWidth(), header.uprightHeight());
  }

  /** Copies the parts into native memory, one behind the other. */
  private int hand(ImageHeader header) {
    int length = header.pixels().stream().mapToInt(ByteBuffer::remaining).sum();
    if (encoded.capacity() < length) {
      encoded.close();
      encoded = new BytePointer(length);
    }
    int at = 0;
    for (ByteBuffer part : header.pixels()) {
      encoded
          .position(at)
          .put(part.array(), part.arrayOffset() + part.position(), part.remaining());
      at += part.remaining();
    }
    encoded.position(0);
    return length;
  }

  /** Orientations as EXIF numbers them (CIPA DC-008, 4.6.5.1.6). */
  private Mat upright(int orientation) {
    if (orientation >= 5) {
      transpose(decoded, turned);
    }
    switch (orientation) {
      case 2 -> flip(decoded, decoded, AROUND_Y);
      case 3 -> flip(decoded, decoded, AROUND_BOTH);
      case 4 -> flip(decoded, decoded, AROUND_X);
      case 6 -> flip(turned, turned, AROUND_Y);
      case 7 -> flip(turned, turned, AROUND_BOTH);
      case 8 -> flip(turned, turned, AROUND_X);
      default -> {
        // Upright already, or by being transposed.
      }
    }
    return orientation >= 5 ? turned : decoded;
  }

  private int reduction(int longerSide) {
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

  private static UnreadableImageException corrupt(ImageHeader header) {
    return new UnreadableImageException(
        Reason.CORRUPT, "The " + header.format() + " picture is damaged and cannot be decoded.");
  }

  /** Gives back the memory of the last picture, which is no longer valid. */
  public void release() {
    decoded.release();
    turned.release();
    encoded.close();
    encoded = new BytePointer(FIRST_CAPACITY);
  }

  @Override
  public void close() {
    decoded.close();
    turned.close();
    encoded.close();
  }
}
