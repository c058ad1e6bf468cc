package io.sightings.engine.azure.identify;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.sightings.engine.Box;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.UnreadableImageException;
import io.sightings.engine.azure.client.ImageBounds;
import io.sightings.engine.azure.settings.IdentifySettings;
import io.sightings.engine.image.Picture;
import io.sightings.engine.image.PictureDecoder;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Cuts a face out of a picture so that the service finds it again: with a margin, no larger than
 * helps, and as a JPEG no smaller than it takes.
 */
public final class BestShot {
  private static final int QUALITY = 92;
  private static final int BEST_QUALITY = 100;

  private final double margin;
  private final int minFace;
  private final int maxFace;

  public BestShot(IdentifySettings settings) {
    this.margin = settings.margin();
    this.minFace = settings.minFace();
    this.maxFace = settings.maxFace();
  }

  /** Whether a face is large enough to be sent at all, in pixels of what it is cut from. */
  public boolean largeEnough(Box box) {
    return Math.min(box.width(), box.height()) >= minFace;
  }

  /**
   * Empty where the face is too small in the encoded picture.
   *
   * @param box in pixels of the original, after its EXIF rotation
   */
  public Optional<Shot> cut(byte[] image, Box box) throws UnreadableImageException {
    int whole = 1 << 20; // no picture is reduced for that
    try (PictureDecoder decoder = new PictureDecoder(EngineSettings.Image.DEFAULT, whole)) {
      return cut(decoder.decode(image), box);
    }
  }

  /**
   * Empty where the face is too small in the decoded picture, or outside of it.
   *
   * @param box in pixels of the original, after its EXIF rotation
   */
  public Optional<Shot> cut(Picture picture, Box box) {
    Box face = scaled(box, 1 / picture.reduction());
    Mat pixels = picture.pixels();
    int left = (int) Math.max(0, face.centreX() - face.width() * margin / 2);
    int top = (int) Math.max(0, face.centreY() - face.height() * margin / 2);
    int right =
        (int) Math.min(pixels.cols(), Math.ceil(face.centreX() + face.width() * margin / 2));
    int bottom =
        (int) Math.min(pixels.rows(), Math.ceil(face.centreY() + face.height() * margin / 2));
    if (!largeEnough(face) || right - left < minFace || bottom - top < minFace) {
      return Optional.empty();
    }
    Box inside = new Box(face.x() - left, face.y() - top, face.width(), face.height());
    try (Rect frame = new Rect(left, top, right - left, bottom - top);
        Mat crop = new Mat(pixels, frame)) {
      return encode(crop, inside);
    }
  }

  private Optional<Shot> encode(Mat crop, Box face) {
    float shorter = Math.min(face.width(), face.height());
    if (shorter <= maxFace) {
      return jpeg(crop).map(jpeg -> new Shot(jpeg, face));
    }
    float scale = maxFace / shorter;
    try (Mat small = new Mat();
        Size size = new Size(Math.round(crop.cols() * scale), Math.round(crop.rows() * scale))) {
      resize(crop, small, size, 0, 0, INTER_AREA);
      return jpeg(small).map(jpeg -> new Shot(jpeg, scaled(face, scale)));
    }
  }

  private static Optional<byte[]> jpeg(Mat pixels) {
    byte[] jpeg = jpeg(pixels, QUALITY);
    if (jpeg.length < ImageBounds.LEAST_BYTES) {
      jpeg = jpeg(pixels, BEST_QUALITY); // a small picture of a plain face
    }
    return jpeg.length < ImageBounds.LEAST_BYTES ? Optional.empty() : Optional.of(jpeg);
  }

  private static byte[] jpeg(Mat pixels, int quality) {
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

  private static Box scaled(Box box, float by) {
    return new Box(box.x() * by, box.y() * by, box.width() * by, box.height() * by);
  }
}
