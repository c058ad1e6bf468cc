package io.sightings.cameras.clip;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR0;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_log_get_level;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;

/** Encodes a clip with FFmpeg's OpenH264: no B-frames, parameter sets before every key frame. */
final class H264ClipEncoder {
  private static final double BITS_PER_PIXEL = 0.2;

  private H264ClipEncoder() {}

  static void write(ClipSpec spec, Path file) throws IOException {
    int width = spec.width();
    int height = spec.height();
    ByteBuffer pixels = ByteBuffer.allocateDirect(4 * width * height);
    pixels.order(ByteOrder.LITTLE_ENDIAN);
    int level = av_log_get_level();
    // There is no quieter way to silence the encoder's chatter.
    av_log_set_level(AV_LOG_ERROR);
    try (NumberedPictures pictures = new NumberedPictures(spec);
        Frame frame = new Frame(width, height, Frame.DEPTH_UBYTE, 4, 4 * width);
        FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), width, height, 0)) {
      frame.image = new Buffer[] {pixels};
      recorder.setFormat("h264");
      recorder.setVideoCodec(AV_CODEC_ID_H264);
      recorder.setPixelFormat(AV_PIX_FMT_YUV420P);
      recorder.setFrameRate(spec.fps());
      recorder.setGopSize(spec.gop());
      recorder.setVideoBitrate((int) (BITS_PER_PIXEL * width * height * spec.fps()));
      recorder.setVideoOption("threads", "1");
      recorder.start();
      for (BufferedImage picture; (picture = pictures.next()) != null; ) {
        pixels.clear();
        pixels.asIntBuffer().put(((DataBufferInt) picture.getRaster().getDataBuffer()).getData());
        recorder.record(frame, AV_PIX_FMT_BGR0);
      }
    } finally {
      av_log_set_level(level);
    }
  }
}
