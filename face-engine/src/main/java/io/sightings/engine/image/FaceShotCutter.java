package io.sightings.engine.image;

import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.sightings.contract.FaceBox;
import io.sightings.contract.image.UnreadableImageException;
import io.sightings.engine.EngineSettings;
import io.sightings.engine.FaceShot;
import io.sightings.engine.ShotSettings;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Cuts a face out of a picture so that a service finds it again: with a margin, no larger than
 * helps, never enlarged, and as a JPEG of a size it takes. Safe for use by several threads.
 */
public final class FaceShotCutter {
  private static final int QUALITY = 92;
  private static final int BEST_QUALITY = 100;

  /** Shrinks a shot that is too large; a fifth less of each side is a third less of the area. */
  private static final float STEP = 0.8f;

  private final double margin;
  private final int minFace;
  private final int maxFace;

  public FaceShotCutter(ShotSettings settings) {
    this.margin = settings.margin();
    this.minFace = settings.minFace();
    this.maxFace = settings.maxFace();
  }

  /** Whether a face is large enough to be sent at all, in pixels of what it is cut from. */
  public boolean largeEnough(FaceBox box) {
    return Math.min(box.width(), box.height()) >= minFace;
  }

  /**
   * Empty where the face is too small in the encoded picture, or outside of it.
   *
   * @param box in pixels of the original, after its EXIF rotation
   */
  public Optional<FaceShot> cut(byte[] image, FaceBox box) throws UnreadableImageException {
    int whole = 1 << 20; // no picture is reduced for that
    try (PictureDecoder decoder = new PictureDecoder(EngineSettings.Image.DEFAULT, whole)) {
      DecodedPicture picture = decoder.decode(image);
      return cut(picture.pixels(), scaled(box, 1 / picture.reduction()));
    }
  }

  /**
   * Empty where the face is too small, or outside of the picture.
   *
   * @param pixels blue, green, red bytes
   * @param face in these pixels
   */
  public Optional<FaceShot> cut(Mat pixels, FaceBox face) {
    int left = (int) Math.max(0, face.centreX() - face.width() * margin / 2);
    int top = (int) Math.max(0, face.centreY() - face.height() * margin / 2);
    int right =
        (int) Math.min(pixels.cols(), Math.ceil(face.centreX() + face.width() * margin / 2));
    int bottom =
        (int) Math.min(pixels.rows(), Math.ceil(face.centreY() + face.height() * margin / 2));
    if (!largeEnough(face) || right - left < minFace || bottom - top < minFace) {
      return Optional.empty();
    }
    FaceBox inside = new FaceBox(face.x() - left, face.y() - top, face.width(), face.height());
    try (Rect frame = new Rect(left, top, right - left, bottom - top);
        Mat crop = new Mat(pixels, frame)) {
      return shot(crop, inside);
    }
  }

  private Optional<FaceShot> shot(Mat crop, FaceBox face) {
    float scale = Math.min(1, maxFace / Math.min(face.width(), face.height()));
    byte[] jpeg = jpeg(crop, scale, QUALITY);
    if (jpeg.length < FaceShot.MIN_BYTES) {
      jpeg = jpeg(crop, scale, BEST_QUALITY); // a small picture of a plain face
    }
    while (jpeg.length > FaceShot.MAX_BYTES) {
      scale *= STEP;
      jpeg = jpeg(crop, scale, QUALITY);
    }
    FaceBox place = scaled(face, scale);
    return jpeg.length < FaceShot.MIN_BYTES || !largeEnough(place)
        ? Optional.empty()
        : Optional.of(new FaceShot(jpeg, place));
  }

  private static byte[] jpeg(Mat crop, float scale, int quality) {
    if (scale >= 1) {
      return JpegEncoder.encode(crop, quality);
    }
    try (Mat small = new Mat();
        Size size = new Size(Math.round(crop.cols() * scale), Math.round(crop.rows() * scale))) {
      resize(crop, small, size, 0, 0, INTER_AREA);
      return JpegEncoder.encode(small, quality);
    }
  }

  private static FaceBox scaled(FaceBox box, float by) {
    return new FaceBox(box.x() * by, box.y() * by, box.width() * by, box.height() * by);
  }
}
