package io.sightings.ingest.stream;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_PRFT;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_get_side_data;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVProducerReferenceTime;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.SizeTPointer;
import org.jspecify.annotations.Nullable;

/** The times of an open stream's current picture: the stream's own, and the camera's. */
final class StreamTimes {
  private static final double USUAL_FPS = 25;

  private final StreamClock clock = new StreamClock();
  private final CameraClock camera;
  private final AVFormatContext context;
  private final double unitMicros;
  private boolean timed;
  private @Nullable Instant cameraTime;

  StreamTimes(StreamDemuxer demuxer) {
    context = demuxer.context();
    AVRational base = demuxer.stream().time_base();
    unitMicros = 1e6 * base.num() / base.den();
    camera = new CameraClock(unitMicros);
  }

  /**
   * @param fps as stated, 0 where it is not
   */
  void packet(AVPacket packet, double fps) {
    Long micros = micros(packet.pts());
    if (micros != null && !timed) {
      // The packet that follows the one without a time: of key frames, the next may be far.
      timed = true;
      clock.began(micros - frameMicros(fps));
    }
    camera.packet(micros, known(context.start_time_realtime()), wallMicros(packet));
  }

  /**
   * @param fps as stated, 0 where it is not
   */
  void picture(AVFrame frame, double fps) {
    Long micros = micros(frame.best_effort_timestamp());
    clock.next(micros, System.nanoTime() / 1000, frameMicros(fps));
    if (clock.jump() != 0) {
      camera.jumped(clock.jump());
    }
    Long wall = camera.at(micros);
    cameraTime = wall == null ? null : Instant.EPOCH.plus(wall, ChronoUnit.MICROS);
  }

  long micros() {
    return clock.now();
  }

  @Nullable Instant cameraTime() {
    return cameraTime;
  }

  private static long frameMicros(double fps) {
    return Math.round(1e6 / (fps > 0 ? fps : USUAL_FPS));
  }

  private static @Nullable Long wallMicros(AVPacket packet) {
    BytePointer data = av_packet_get_side_data(packet, AV_PKT_DATA_PRFT, (SizeTPointer) null);
    return data == null || data.isNull() ? null : new AVProducerReferenceTime(data).wallclock();
  }

  private @Nullable Long micros(long units) {
    return units == AV_NOPTS_VALUE ? null : Math.round(units * unitMicros);
  }

  private static @Nullable Long known(long value) {
    return value == AV_NOPTS_VALUE ? null : value;
  }
}
