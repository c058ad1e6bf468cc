package io.sightings.ingest.stream;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import io.sightings.ingest.address.StreamException;
import io.sightings.ingest.address.StreamException.Problem;
import io.sightings.ingest.ffmpeg.CodecWhitelist;
import io.sightings.ingest.ffmpeg.FfmpegErrors;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.jspecify.annotations.Nullable;

/** Packets of a stream in, pictures out; what cannot be decoded is passed over. Of one thread. */
final class StreamDecoder implements AutoCloseable {
  private final AVFrame frame = FfmpegErrors.allocated(av_frame_alloc());
  private final AVCodecContext context;
  private final boolean keyFramesOnly;
  private final long maxPixels;
  private final String name;
  private boolean draining;
  private boolean failed;

  StreamDecoder(AVStream stream, StreamBounds bounds) throws StreamException {
    keyFramesOnly = bounds.keyFramesOnly();
    maxPixels = bounds.maxPixels();
    AVCodecParameters parameters = stream.codecpar();
    name = avcodec_get_name(parameters.codec_id()).getString();
    AVCodec codec = CodecWhitelist.decoder(parameters.codec_id()).orElse(null);
    context = FfmpegErrors.allocated(avcodec_alloc_context3(codec));
    try {
      if (codec == null) {
        throw new StreamException(
            Problem.UNSUPPORTED,
            CodecWhitelist.refusal(parameters.codec_id()) + ": set the camera to H.264 or H.265");
      }
      check(avcodec_parameters_to_context(context, parameters));
      context.pkt_timebase(stream.time_base());
      context.thread_count(1);
      context.max_pixels(maxPixels);
      check(avcodec_open2(context, codec, (AVDictionary) null));
    } catch (StreamException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private void check(int code) throws StreamException {
    if (code < 0) {
      throw new StreamException(
          Problem.BROKEN,
          "the decoder for %s cannot be started: set the camera to H.264 or H.265 (%s)"
              .formatted(name, FfmpegErrors.text(code)));
    }
  }

  /**
   * @return whether it could be decoded
   * @throws StreamException if its picture is larger than allowed
   */
  boolean send(AVPacket packet) throws StreamException {
    int code = avcodec_send_packet(context, packet);
    if (code < 0 && PictureSize.of(context, packet) > maxPixels) {
      throw new StreamException(
          Problem.TOO_LARGE,
          "its pictures have more than the %d pixels of image.maxPixels: raise that, or have the camera send smaller ones"
              .formatted(maxPixels));
    }
    if (keyFramesOnly) {
      // It stands alone: the decoder must not keep it until the next one comes.
      avcodec_send_packet(context, null);
      draining = true;
    }
    return code >= 0;
  }

  /**
   * Pictures that cannot be decoded are left out.
   *
   * @return the next picture, valid until the next call; null if a packet is needed first
   */
  @Nullable AVFrame receive() {
    while (true) {
      int code = avcodec_receive_frame(context, frame);
      if (code == 0) {
        return frame;
      }
      if (code == AVERROR_EOF && draining) {
        avcodec_flush_buffers(context);
        draining = false;
        return null;
      }
      if (code == AVERROR_EAGAIN() || code == AVERROR_EOF) {
        return null;
      }
      failed = true;
    }
  }

  /** Whether a picture was left out since the last call. */
  boolean failed() {
    boolean since = failed;
    failed = false;
    return since;
  }

  String codec() {
    return name;
  }

  /** As the codec's own headers state it; 0 where they do not. */
  double fps() {
    AVRational rate = context.framerate();
    return rate.num() <= 0 || rate.den() <= 0 ? 0 : (double) rate.num() / rate.den();
  }

  @Override
  public void close() {
    av_frame_free(frame);
    frame.close();
    avcodec_free_context(context);
    context.close();
  }
}
