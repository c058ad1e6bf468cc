package io.sightings.scenes;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MPEG4;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR0;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;

/** Encodes pictures into an MP4 file, as H.264 where FFmpeg has an encoder and else as MPEG-4. */
final class Mp4Writer implements AutoCloseable {
  /** Enough for faces to keep their grain. */
  private static final double BITS_PER_PIXEL = 0.35;

  private final FFmpegFrameRecorder recorder;
  private final ByteBuffer pixels;
  private final Frame frame;

  /**
   * @param start capture time of the first frame; MP4 stores whole seconds
   */
  Mp4Writer(Path file, int width, int height, double framesPerSecond, Instant start)
      throws IOException {
    if (!start.equals(start.truncatedTo(ChronoUnit.SECONDS))) {
      throw new IllegalArgumentException(
          "An MP4 file stores its time of creation in whole seconds: start %s at a whole second."
              .formatted(file));
    }
    pixels = ByteBuffer.allocateDirect(4 * width * height).order(ByteOrder.LITTLE_ENDIAN);
    frame = new Frame(width, height, Frame.DEPTH_UBYTE, 4, 4 * width);
    frame.image = new Buffer[] {pixels};
    // For the whole process: there is no quieter way to silence the encoder's chatter.
    av_log_set_level(AV_LOG_ERROR);
    recorder = new FFmpegFrameRecorder(file.toFile(), width, height, 0);
    recorder.setFormat("mp4");
    recorder.setVideoCodec(
        avcodec_find_encoder(AV_CODEC_ID_H264) == null ? AV_CODEC_ID_MPEG4 : AV_CODEC_ID_H264);
    recorder.setPixelFormat(AV_PIX_FMT_YUV420P);
    recorder.setFrameRate(framesPerSecond);
    recorder.setVideoBitrate((int) (BITS_PER_PIXEL * width * height * framesPerSecond));
    recorder.setGopSize((int) Math.ceil(framesPerSecond));
    recorder.setMetadata("creation_time", start.toString());
    recorder.start();
  }

  void write(BufferedImage picture) throws IOException {
    int[] rgb = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    pixels.clear();
    pixels.asIntBuffer().put(rgb);
    recorder.record(frame, AV_PIX_FMT_BGR0);
  }

  @Override
  public void close() throws IOException {
    recorder.close();
  }
}
