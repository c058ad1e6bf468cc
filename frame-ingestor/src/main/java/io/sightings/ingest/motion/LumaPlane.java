package io.sightings.ingest.motion;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_BAYER;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_BE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_BITSTREAM;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_FLOAT;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_HWACCEL;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_PAL;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_RGB;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;

import io.sightings.ingest.picture.PictureShape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.ffmpeg.avutil.AVComponentDescriptor;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/**
 * Where pictures of a format hold their brightness: luma, or green, which is most of it.
 *
 * @param plane of FFmpeg's
 * @param step bytes from one pixel to the next
 * @param offset bytes before the first
 * @param wide whether it takes two bytes, the lower first
 * @param shift bits to the right that make it 0 to 255
 */
record LumaPlane(int plane, int step, int offset, boolean wide, int shift) {
  private static final int OTHER =
      AV_PIX_FMT_FLAG_BAYER
          | AV_PIX_FMT_FLAG_BE
          | AV_PIX_FMT_FLAG_BITSTREAM
          | AV_PIX_FMT_FLAG_FLOAT
          | AV_PIX_FMT_FLAG_HWACCEL
          | AV_PIX_FMT_FLAG_PAL;

  /**
   * @return null where pixels cannot be read as they are; cameras and videos hardly have such
   */
  public static @Nullable LumaPlane of(PictureShape shape) {
    if (shape.has(OTHER)) {
      return null;
    }
    AVComponentDescriptor brightness =
        av_pix_fmt_desc_get(shape.format()).comp(shape.has(AV_PIX_FMT_FLAG_RGB) ? 1 : 0);
    int depth = brightness.depth();
    return depth < 8 || depth > 16
        ? null
        : new LumaPlane(
            brightness.plane(),
            brightness.step(),
            brightness.offset(),
            depth > 8,
            brightness.shift() + depth - 8);
  }

  /** The plane of a picture, as long as that is valid. */
  public ByteBuffer pixels(AVFrame picture) {
    long stride = picture.linesize(plane);
    long rows = picture.height();
    // Some pictures are stored from the last row to the first.
    long lowest = stride < 0 ? (rows - 1) * stride : 0;
    return picture
        .data(plane)
        .getPointer(lowest)
        .capacity(rows * Math.abs(stride))
        .asByteBuffer()
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Where in the plane a row begins. */
  public int row(AVFrame picture, int y) {
    int stride = picture.linesize(plane);
    return stride < 0 ? (picture.height() - 1 - y) * -stride : y * stride;
  }

  /** Where in a row the brightness of a pixel begins. */
  public int column(int x) {
    return x * step + offset;
  }

  public int at(ByteBuffer pixels, int index) {
    return wide ? (pixels.getShort(index) & 0xFFFF) >> shift & 0xFF : pixels.get(index) & 0xFF;
  }
}
