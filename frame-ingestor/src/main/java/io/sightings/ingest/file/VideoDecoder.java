package io.sightings.ingest.file;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import io.sightings.ingest.address.MediaException;
import io.sightings.ingest.ffmpeg.CodecWhitelist;
import io.sightings.ingest.ffmpeg.FfmpegErrors;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/** Packets in, pictures out. Of one thread. */
final class VideoDecoder implements AutoCloseable {
  private final AVPacket packet = FfmpegErrors.allocated(av_packet_alloc());
  private final AVFrame frame = FfmpegErrors.allocated(av_frame_alloc());
  private final VideoDemuxer demuxer;
  private final boolean keyFramesOnly;
  private final AVCodecContext context;
  private long passedOver = AV_NOPTS_VALUE;
  private long undecodable;
  private boolean seenPicture;
  private boolean draining;
  private @Nullable MediaException readFailure;

  /**
   * @param keyFramesOnly whether other packets are passed over without being decoded
   */
  VideoDecoder(VideoDemuxer demuxer, int threads, long maxPixels, boolean keyFramesOnly)
      throws MediaException {
    this.demuxer = demuxer;
    this.keyFramesOnly = keyFramesOnly;
    AVCodecParameters parameters = demuxer.stream().codecpar();
    AVCodec codec = CodecWhitelist.decoder(parameters.codec_id()).orElse(null);
    context = FfmpegErrors.allocated(avcodec_alloc_context3(codec));
    try {
      if (codec == null) {
        throw new MediaException(
            CodecWhitelist.refusal(parameters.codec_id()) + ": convert it to H.264");
      }
      FfmpegErrors.check(
          avcodec_parameters_to_context(context, parameters), "the video is damaged");
      context.pkt_timebase(demuxer.stream().time_base());
      context.thread_count(threads);
      context.max_pixels(maxPixels);
      FfmpegErrors.check(
          avcodec_open2(context, codec, (AVDictionary) null), "the decoder cannot be started");
    } catch (MediaException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * Decodes the next picture. When the file cannot be read further, the pictures in the decoder
   * still come out first.
   *
   * @return the decoder's own frame, valid until the next call; null at the end
   */
  @Nullable AVFrame next() throws MediaException {
    while (true) {
      int received = avcodec_receive_frame(context, frame);
      if (received == 0) {
        seenPicture = true;
        return frame;
      }
      if (received == AVERROR_EOF) {
        if (readFailure != null) {
          throw readFailure;
        }
        return null;
      }
      if (received != AVERROR_EAGAIN()) {
        undecodable();
      }
      if (!draining) {
        feed();
      }
    }
  }

  /** Packets that made no picture, but for those before the first picture: a cut is no damage. */
  long undecodablePackets() {
    return undecodable;
  }

  /**
   * The latest presentation time of packets that were read but are not wanted, in the stream's
   * units; {@code AV_NOPTS_VALUE} where there are none.
   */
  long passedOver() {
    return passedOver;
  }

  private void undecodable() {
    if (seenPicture) {
      undecodable++;
    }
  }

  private void feed() {
    if (!readPacket()) {
      draining = true;
      avcodec_send_packet(context, null);
      return;
    }
    if (avcodec_send_packet(context, packet) < 0) {
      undecodable();
    }
    av_packet_unref(packet);
  }

  private boolean readPacket() {
    try {
      // They are read nevertheless, which costs little: how far they reach tells a file that was
      // cut short from one whose last key frame is long past.
      while (demuxer.read(packet)) {
        if (!keyFramesOnly || (packet.flags() & AV_PKT_FLAG_KEY) != 0) {
          return true;
        }
        passedOver = Math.max(passedOver, packet.pts());
        av_packet_unref(packet);
      }
      return false;
    } catch (MediaException e) {
      readFailure = e;
      return false;
    }
  }

  @Override
  public void close() {
    av_frame_free(frame);
    frame.close();
    av_packet_free(packet);
    packet.close();
    avcodec_free_context(context);
    context.close();
  }
}
