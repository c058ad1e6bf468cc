package io.sightings.engine.enrol;

import static org.bytedeco.opencv.global.opencv_core.BORDER_CONSTANT;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_GRAYSCALE;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.sightings.contract.FaceBox;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** Makes photos of other kinds from a photo and the place of its face. */
final class PhotoKinds {
  private static final double PAPER = 245;

  private PhotoKinds() {}

  /** From forehead to chin, 150 pixels square. */
  static byte[] tight(byte[] photo, FaceBox face) {
    return cut(photo, face, 1, 150, 150);
  }

  /** A face that fills a portrait of 12 megapixels. */
  static byte[] large(byte[] photo, FaceBox face) {
    return cut(photo, face, 1.15, 3000, 4000);
  }

  /** From forehead to chin, 64 pixels square. */
  static byte[] tiny(byte[] photo, FaceBox face) {
    return cut(photo, face, 1, 64, 64);
  }

  /** One channel. */
  static byte[] grey(byte[] photo) {
    try (Mat pixels = decoded(photo, IMREAD_GRAYSCALE)) {
      return encoded(pixels);
    }
  }

  /** A passport photo, 35 by 45 mm, on a page of A4 that was scanned with 150 dots per inch. */
  static byte[] scan(byte[] photo, FaceBox face) {
    try (Mat page = new Mat(1754, 1240, CV_8UC3, new Scalar(PAPER, PAPER, PAPER, 0));
        Mat portrait = cutOut(photo, face, 1.45, 207, 266)) {
      paste(portrait, page, 160, 220);
      return encoded(page);
    }
  }

  /**
   * A portrait beside whose head another face is seen.
   *
   * @param share size of the other face, in sizes of the portrait's face
   */
  static byte[] beside(byte[] photo, FaceBox face, byte[] other, FaceBox otherFace, double share) {
    try (Mat pixels = decoded(photo, IMREAD_COLOR)) {
      int side = (int) (face.size() * share * 1.3);
      try (Mat poster = cutOut(other, otherFace, 1.3, side, side);
          Mat wide = new Mat();
          Scalar paper = new Scalar(PAPER, PAPER, PAPER, 0)) {
        opencv_core.copyMakeBorder(pixels, wide, 0, 0, 0, side + 20, BORDER_CONSTANT, paper);
        paste(poster, wide, pixels.cols() + 10, 10);
        return encoded(wide);
      }
    }
  }

  private static byte[] cut(byte[] photo, FaceBox face, double margin, int width, int height) {
    try (Mat cut = cutOut(photo, face, margin, width, height)) {
      return encoded(cut);
    }
  }

  /** The face with a margin, in these proportions as far as the photo reaches. */
  private static Mat cutOut(byte[] photo, FaceBox face, double margin, int width, int height) {
    try (Mat pixels = decoded(photo, IMREAD_COLOR);
        Mat padded = new Mat()) {
      double unit = Math.max(face.width() / width, face.height() / height) * margin;
      int w = (int) Math.round(unit * width);
      int h = (int) Math.round(unit * height);
      int pad = Math.max(w, h);
      opencv_core.copyMakeBorder(pixels, padded, pad, pad, pad, pad, opencv_core.BORDER_REPLICATE);
      int x = Math.round(face.centreX() - w / 2f) + pad;
      int y = Math.round(face.centreY() - h / 2f) + pad;
      try (Rect region = new Rect(x, y, w, h);
          Mat cut = new Mat(padded, region);
          Size size = new Size(width, height)) {
        Mat scaled = new Mat();
        resize(cut, scaled, size, 0, 0, width > w ? INTER_CUBIC : INTER_AREA);
        return scaled;
      }
    }
  }

  private static void paste(Mat picture, Mat onto, int x, int y) {
    try (Rect place = new Rect(x, y, picture.cols(), picture.rows());
        Mat target = new Mat(onto, place)) {
      picture.copyTo(target);
    }
  }

  private static byte[] encoded(Mat pixels) {
    try (BytePointer bytes = new BytePointer()) {
      imencode(".jpg", pixels, bytes);
      byte[] jpeg = new byte[Math.toIntExact(bytes.limit())];
      bytes.get(jpeg);
      return jpeg;
    }
  }

  private static Mat decoded(byte[] photo, int flags) {
    try (BytePointer bytes = new BytePointer(photo);
        Mat encoded = new Mat(1, photo.length, opencv_core.CV_8UC1, bytes)) {
      return imdecode(encoded, flags);
    }
  }
}
