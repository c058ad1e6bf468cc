package io.sightings.ingest;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MPEG4;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;

/**
 * Small videos: red above left, green above right, blue below left, white below right, and a black
 * bar that moves.
 */
public final class TestVideo {
  public static final int RED = 0xFF0000;
  public static final int GREEN = 0x00FF00;
  public static final int BLUE = 0x0000FF;
  public static final int WHITE = 0xFFFFFF;

  private final int width;
  private final int height;
  private double rotation;
  private String createdAt;

  public TestVideo(int width, int height) {
    av_log_set_level(AV_LOG_ERROR);
    this.width = width;
    this.height = height;
  }

  /**
   * Has a display matrix.
   *
   * @param degrees by which a player turns the pictures, clockwise
   */
  public TestVideo rotated(double degrees) {
    rotation = degrees;
    return this;
  }

  public TestVideo createdAt(String time) {
    createdAt = time;
    return this;
  }

  public Path write(Path file, double fps, int frames) throws IOException {
    return write(file, LongStream.range(0, frames).map(i -> Math.round(i * 1e6 / fps)).toArray());
  }

  /**
   * Of any frame rate.
   *
   * @param micros presentation time of each frame
   */
  public Path write(Path file, long... micros) throws IOException {
    try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), width, height, 0);
        Frame frame = new Frame(width, height, Frame.DEPTH_UBYTE, 3)) {
      recorder.setVideoCodec(AV_CODEC_ID_MPEG4);
      recorder.setPixelFormat(AV_PIX_FMT_YUV420P);
      recorder.setFrameRate(1000);
      recorder.setGopSize(10);
      recorder.setVideoBitrate(2_000_000);
      // The index in front, so that a truncated file still has one.
      recorder.setOption("movflags", "faststart");
      if (rotation != 0) {
        recorder.setDisplayRotation(-rotation);
      }
      if (createdAt != null) {
        recorder.setMetadata("creation_time", createdAt);
      }
      recorder.start();
      for (int i = 0; i < micros.length; i++) {
        draw(frame, i);
        recorder.setTimestamp(micros[i]);
        recorder.record(frame, AV_PIX_FMT_BGR24);
      }
    }
    return file;
  }

  private void draw(Frame frame, int number) {
    ByteBuffer pixels = (ByteBuffer) frame.image[0];
    int bar = number * 4 % width;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int colour = y < height / 2 ? x < width / 2 ? RED : GREEN : x < width / 2 ? BLUE : WHITE;
        int shown = x >= bar && x < bar + 4 ? 0 : colour;
        int at = y * frame.imageStride + 3 * x;
        pixels.put(at, (byte) shown);
        pixels.put(at + 1, (byte) (shown >> 8));
        pixels.put(at + 2, (byte) (shown >> 16));
      }
    }
  }
}
