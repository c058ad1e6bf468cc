package io.sightings.ingest.jpeg;

import static org.bytedeco.ffmpeg.global.avutil.av_image_fill_black;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;

import io.sightings.ingest.address.MediaException;
import io.sightings.ingest.ffmpeg.FfmpegErrors;
import io.sightings.ingest.picture.PixelBox;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.SizeTPointer;

/** Blacks out parts of pictures. Of one thread. */
final class MaskPainter implements AutoCloseable {
  private static final int PLANES = 4;

  private final PointerPointer<BytePointer> corners = new PointerPointer<>(PLANES);
  private final SizeTPointer strides = new SizeTPointer(PLANES);

  /**
   * @param picture of any format but those of palettes and single bits; it is changed
   * @param boxes whose upper left corners begin a chroma sample
   */
  void paint(AVFrame picture, List<PixelBox> boxes) throws MediaException {
    for (PixelBox box : boxes) {
      point(picture, box);
      FfmpegErrors.check(
          av_image_fill_black(
              corners, strides, picture.format(), picture.color_range(), box.width(), box.height()),
          "the picture cannot be masked");
    }
  }

  private void point(AVFrame picture, PixelBox box) {
    AVPixFmtDescriptor format = av_pix_fmt_desc_get(picture.format());
    for (int plane = 0; plane < PLANES; plane++) {
      BytePointer pixels = picture.data(plane);
      long stride = picture.linesize(plane);
      strides.put(plane, stride);
      if (pixels == null) {
        corners.put(plane, (BytePointer) null);
      } else {
        boolean chroma = plane == 1 || plane == 2;
        int row = box.top() >> (chroma ? format.log2_chroma_h() : 0);
        int column = box.left() >> (chroma ? format.log2_chroma_w() : 0);
        corners.put(plane, pixels.getPointer(row * stride + (long) column * bytes(format, plane)));
      }
    }
  }

  /** From one pixel of a plane to the next. */
  private static int bytes(AVPixFmtDescriptor format, int plane) {
    int bytes = 1;
    for (int i = format.nb_components() - 1; i >= 0; i--) {
      if (format.comp(i).plane() == plane) {
        // The first component is luma, of which packed YUV has one for every pixel.
        bytes = format.comp(i).step();
      }
    }
    return bytes;
  }

  @Override
  public void close() {
    corners.close();
    strides.close();
  }
}
