package io.sightings.ingest.jpeg;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;

import io.sightings.ingest.ffmpeg.FfmpegLog;
import io.sightings.ingest.picture.DisplayOrientation;
import io.sightings.ingest.picture.PictureReader;
import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;

/** Pictures as a decoder would give them, of any size, pixel format and orientation. */
public final class DrawnPictures extends PictureReader implements AutoCloseable {
  /** What a byte of a picture is. */
  public interface Paint {
    /**
     * @param plane 0 to 3
     * @param x pixel of the whole picture, the first of those that share the byte
     * @param y as x
     * @param part of the bytes of a pixel, or of a sample
     */
    int at(int plane, int x, int y, int part);
  }

  private AVFrame frame = av_frame_alloc();
  private DisplayOrientation orientation = DisplayOrientation.UPRIGHT;
  private long micros;

  public DrawnPictures() {
    FfmpegLog.install();
  }

  public DrawnPictures size(int width, int height, int format) {
    av_frame_free(frame);
    frame = av_frame_alloc();
    frame.width(width).height(height).format(format);
    if (av_frame_get_buffer(frame, 0) < 0) {
      throw new IllegalArgumentException("no picture of " + width + " x " + height);
    }
    return this;
  }

  public DrawnPictures colours(int space, int range) {
    frame.colorspace(space);
    frame.color_range(range);
    return this;
  }

  public DrawnPictures aspect(int num, int den) {
    frame.sample_aspect_ratio().num(num);
    frame.sample_aspect_ratio().den(den);
    return this;
  }

  public DrawnPictures turned(DisplayOrientation other) {
    orientation = other;
    return this;
  }

  public DrawnPictures at(long time) {
    micros = time;
    return this;
  }

  /** Paints every byte of it. */
  public DrawnPictures paint(Paint paint) {
    AVPixFmtDescriptor format = av_pix_fmt_desc_get(frame.format());
    for (int plane = 0; plane < 4 && frame.data(plane) != null; plane++) {
      paint(plane, format, paint);
    }
    return this;
  }

  private void paint(int plane, AVPixFmtDescriptor format, Paint paint) {
    boolean chroma = plane == 1 || plane == 2;
    int right = chroma ? format.log2_chroma_w() : 0;
    int down = chroma ? format.log2_chroma_h() : 0;
    int bytes = bytesPerSample(format, plane);
    int stride = frame.linesize(plane);
    int rows = ((frame.height() - 1) >> down) + 1;
    ByteBuffer pixels = frame.data(plane).capacity((long) rows * stride).asByteBuffer();
    for (int y = 0; y < frame.height(); y += 1 << down) {
      for (int x = 0; x < frame.width(); x += 1 << right) {
        int at = (y >> down) * stride + (x >> right) * bytes;
        for (int part = 0; part < bytes; part++) {
          pixels.put(at + part, (byte) paint.at(plane, x, y, part));
        }
      }
    }
  }

  private static int bytesPerSample(AVPixFmtDescriptor format, int plane) {
    int bytes = 0;
    for (int i = 0; i < format.nb_components(); i++) {
      if (format.comp(i).plane() == plane) {
        bytes = Math.max(bytes, format.comp(i).step());
      }
    }
    // Packed YUV counts its luma twice per chroma sample.
    return plane == 0 && format.comp(1).plane() == 0 && format.log2_chroma_w() == 1 ? 2 : bytes;
  }

  @Override
  public AVFrame frame() {
    return frame;
  }

  @Override
  public DisplayOrientation orientation() {
    return orientation;
  }

  @Override
  public long micros() {
    return micros;
  }

  @Override
  public void close() {
    av_frame_free(frame);
  }
}
