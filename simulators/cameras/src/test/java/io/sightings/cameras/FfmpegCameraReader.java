package io.sightings.cameras;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_FATAL;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import io.sightings.cameras.clip.FrameNumber;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/** Watches a camera through FFmpeg, as a client that knows nothing of the lab. */
final class FfmpegCameraReader implements AutoCloseable {
  /** One decoded picture. */
  record Seen(OptionalInt number, int width, int height, long pts) {}

  private final AVPacket packet = av_packet_alloc();
  private final AVFrame frame = av_frame_alloc();
  private final long deadline;
  private final AVIOInterruptCB.Callback_Pointer interrupt =
      new AVIOInterruptCB.Callback_Pointer() {
        @Override
        public int call(Pointer opaque) {
          return System.nanoTime() - deadline > 0 ? 1 : 0;
        }
      };
  private AVFormatContext context = avformat_alloc_context();
  private AVCodecContext decoder;

  /**
   * @param transport tcp or udp; empty for what is not RTSP
   * @param patience for everything, from opening to the last frame
   * @throws IOException with FFmpeg's reason
   */
  FfmpegCameraReader(String url, String transport, Duration patience) throws IOException {
    av_log_set_level(AV_LOG_FATAL);
    deadline = System.nanoTime() + patience.toNanos();
    context.interrupt_callback().callback(interrupt);
    AVDictionary options = new AVDictionary(null);
    if (!transport.isEmpty()) {
      av_dict_set(options, "rtsp_transport", transport, 0);
    }
    av_dict_set(options, "analyzeduration", "1000000", 0);
    try {
      int opened = avformat_open_input(context, url, null, options);
      if (opened < 0) {
        context.setNull();
      }
      check(opened);
      check(avformat_find_stream_info(context, (PointerPointer<?>) null));
      if (context.nb_streams() == 0
          || context.streams(0).codecpar().codec_type() != AVMEDIA_TYPE_VIDEO) {
        throw new IOException("no video");
      }
      AVCodec codec = avcodec_find_decoder(context.streams(0).codecpar().codec_id());
      decoder = avcodec_alloc_context3(codec);
      check(avcodec_parameters_to_context(decoder, context.streams(0).codecpar()));
      decoder.thread_count(1);
      check(avcodec_open2(decoder, codec, (AVDictionary) null));
    } catch (IOException e) {
      close();
      throw e;
    } finally {
      av_dict_free(options);
      options.close();
    }
  }

  /**
   * The next frames: what was decoded until the stream ended or time was up. FFmpeg gives a frame
   * away when the next one begins.
   */
  List<Seen> frames(int most) {
    List<Seen> seen = new ArrayList<>();
    while (seen.size() < most && av_read_frame(context, packet) >= 0) {
      avcodec_send_packet(decoder, packet);
      av_packet_unref(packet);
      while (seen.size() < most && avcodec_receive_frame(decoder, frame) == 0) {
        seen.add(seen());
      }
    }
    return seen;
  }

  /** The time of day of the beginning by the camera's clock, in µs since 1970; or negative. */
  long startMicros() {
    return context.start_time_realtime();
  }

  private Seen seen() {
    int stride = frame.linesize(0);
    BytePointer luma = frame.data(0).capacity((long) stride * frame.height());
    OptionalInt number =
        FrameNumber.read(
            frame.width(), frame.height(), (x, y) -> luma.get((long) y * stride + x) & 0xFF);
    return new Seen(number, frame.width(), frame.height(), frame.best_effort_timestamp());
  }

  private static void check(int code) throws IOException {
    if (code < 0) {
      byte[] text = new byte[128];
      av_strerror(code, text, text.length);
      throw new IOException(new String(text, StandardCharsets.UTF_8).replace("\0", ""));
    }
  }

  @Override
  public void close() {
    av_frame_free(frame);
    av_packet_free(packet);
    if (decoder != null) {
      avcodec_free_context(decoder);
    }
    if (!context.isNull()) {
      avformat_close_input(context);
    }
    interrupt.close();
  }
}
