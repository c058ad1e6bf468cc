package io.sightings.ingest.picture;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ422P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ444P;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * What decides how a picture is made ready for JPEG; constant for most of a video.
 *
 * @param width in pixels as decoded
 * @param height in pixels as decoded
 * @param format FFmpeg's pixel format
 * @param range FFmpeg's colour range
 * @param colours FFmpeg's colour space
 * @param aspectNum width of a pixel
 * @param aspectDen height of a pixel
 */
public record PictureShape(
    int width, int height, int format, int range, int colours, int aspectNum, int aspectDen) {

  /** What is wider or higher than real pixels are is damage, and would make huge pictures. */
  private static final int WIDEST_PIXEL = 4;

  public static PictureShape of(AVFrame frame) {
    AVRational aspect = frame.sample_aspect_ratio();
    long num = aspect.num();
    long den = aspect.den();
    boolean stated = num > 0 && den > 0 && num <= WIDEST_PIXEL * den && den <= WIDEST_PIXEL * num;
    return new PictureShape(
        frame.width(),
        frame.height(),
        frame.format(),
        frame.color_range(),
        frame.colorspace(),
        stated ? (int) num : 1,
        stated ? (int) den : 1);
  }

  /** Whether it is what JPEG holds: planar YUV of full range with the colours of BT.601. */
  public boolean isJpegs() {
    boolean planar =
        format == AV_PIX_FMT_YUVJ420P
            || format == AV_PIX_FMT_YUVJ422P
            || format == AV_PIX_FMT_YUVJ444P
            || (format == AV_PIX_FMT_YUV420P && range == AVCOL_RANGE_JPEG);
    return planar && colours != AVCOL_SPC_BT709;
  }

  /** Width that makes pixels square. */
  public int squareWidth() {
    return Math.max(1, (int) Math.round((double) width * aspectNum / aspectDen));
  }

  /**
   * @param flags of FFmpeg's pixel formats
   * @return whether the format has any of them
   */
  public boolean has(int flags) {
    return (av_pix_fmt_desc_get(format).flags() & flags) != 0;
  }

  /** How many pixels share a chroma sample, across or down; at least 2, for even sizes. */
  public int chromaStep() {
    AVPixFmtDescriptor pixels = av_pix_fmt_desc_get(format);
    return 1 << Math.max(1, Math.max(pixels.log2_chroma_w(), pixels.log2_chroma_h()));
  }

  /** As FFmpeg's buffer source wants to be told. */
  public String filterArguments() {
    return "video_size=%dx%d:pix_fmt=%d:time_base=1/1000000:pixel_aspect=%d/%d:range=%d:colorspace=%d"
        .formatted(width, height, format, aspectNum, aspectDen, range, colours);
  }
}
