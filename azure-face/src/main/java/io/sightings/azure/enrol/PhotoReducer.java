package io.sightings.azure.enrol;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.sightings.contract.image.ImageLimits;
import io.sightings.contract.image.UnreadableImageException;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.FaceShot;
import io.sightings.engine.image.PictureDecoder;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.jspecify.annotations.Nullable;

/**
 * Makes of photos that are too large, or of a kind the service does not read, JPEGs that it takes.
 * One at a time, because a large picture takes much memory.
 */
final class PhotoReducer implements AutoCloseable {
  /** Of the longer side in pixels; more than this shows a sitter's face no better. */
  private static final int ENOUGH = 2048;

  /** Larger than those of frames: photos are enrolled one at a time, interactively. */
  private static final ImageLimits LIMITS =
      new ImageLimits(64 << 20, 100_000_000, ImageLimits.DEFAULT_MAX_SCANS, 1L << 30);

  private static final int JPEG_QUALITY = 92;
  private static final double STEP = 0.7;

  private @Nullable PictureDecoder decoder;

  /** Turned as the original's EXIF orientation says, for the JPEG has none. */
  synchronized byte[] jpeg(byte[] photo) throws PhotoRefusedException {
    if (decoder == null) { // OpenCV is loaded only where it is needed
      decoder = new PictureDecoder(EngineSettings.Image.of(LIMITS, 1), ENOUGH);
    }
    try {
      Mat pixels = decoder.decode(photo).pixels();
      double scale = Math.min(1, (double) ENOUGH / Math.max(pixels.cols(), pixels.rows()));
      byte[] jpeg = encoded(pixels, scale);
      while (jpeg.length > FaceShot.MAX_BYTES) {
        scale *= STEP;
        jpeg = encoded(pixels, scale);
      }
      return jpeg;
    } catch (UnreadableImageException e) {
      throw new PhotoRefusedException(
          "The file cannot be made into one the service takes: " + e.getMessage(), e);
    }
  }

  private static byte[] encoded(Mat pixels, double scale) {
    try (Mat small = new Mat();
        Size size =
            new Size(
                (int) Math.max(1, Math.round(pixels.cols() * scale)),
                (int) Math.max(1, Math.round(pixels.rows() * scale)));
        BytePointer out = new BytePointer();
        IntPointer options = new IntPointer(IMWRITE_JPEG_QUALITY, JPEG_QUALITY)) {
      resize(pixels, small, size, 0, 0, INTER_AREA);
      if (!imencode(".jpg", small, out, options)) {
        throw new IllegalStateException("OpenCV could not encode a photo as a JPEG.");
      }
      byte[] jpeg = new byte[Math.toIntExact(out.limit())];
      out.get(jpeg);
      return jpeg;
    }
  }

  @Override
  public synchronized void close() {
    if (decoder != null) {
      decoder.close();
    }
  }

  /** A photo that cannot be made into one the service takes; the message says why. */
  static final class PhotoRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    PhotoRefusedException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
