package io.sightings.ingest.jpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_QSCALE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_NONE;
import static org.bytedeco.ffmpeg.global.avutil.FF_QP2LAMBDA;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import io.sightings.ingest.address.MediaException;
import io.sightings.ingest.ffmpeg.FfmpegErrors;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Encodes pictures of one size and pixel format as JPEG. Of one thread. */
final class MjpegEncoder implements AutoCloseable {
  private static final String FAILURE = "the picture cannot be encoded as JPEG";

  private final AVPacket packet = FfmpegErrors.allocated(av_packet_alloc());
  private final AVCodecContext context;
  private final int width;
  private final int height;
  private final int format;
  private long count;

  MjpegEncoder(AVFrame like) throws MediaException {
    width = like.width();
    height = like.height();
    format = like.format();
    AVCodec codec = avcodec_find_encoder(AV_CODEC_ID_MJPEG);
    context = FfmpegErrors.allocated(avcodec_alloc_context3(codec));
    context.width(width).height(height).pix_fmt(format);
    context.color_range(AVCOL_RANGE_JPEG);
    context.time_base().num(1).den(25);
    context.flags(context.flags() | AV_CODEC_FLAG_QSCALE);
    context.thread_count(1);
    AVDictionary options = new AVDictionary(null);
    // The standard's tables: fitted ones cost a second pass for some per cent of the bytes.
    av_dict_set(options, "huffman", "default", 0);
    try {
      FfmpegErrors.check(avcodec_open2(context, codec, options), FAILURE);
    } catch (MediaException | RuntimeException e) {
      close();
      throw e;
    } finally {
      av_dict_free(options);
      options.close();
    }
  }

  boolean fits(AVFrame picture) {
    return picture.width() == width && picture.height() == height && picture.format() == format;
  }

  /**
   * @param quality 2 (best) to 31
   */
  byte[] encode(AVFrame picture, int quality) throws MediaException {
    picture.quality(FF_QP2LAMBDA * quality);
    picture.pict_type(AV_PICTURE_TYPE_NONE);
    picture.pts(count++);
    FfmpegErrors.check(avcodec_send_frame(context, picture), FAILURE);
    FfmpegErrors.check(avcodec_receive_packet(context, packet), FAILURE);
    byte[] bytes = new byte[packet.size()];
    packet.data().get(bytes);
    av_packet_unref(packet);
    return bytes;
  }

  @Override
  public void close() {
    av_packet_free(packet);
    packet.close();
    avcodec_free_context(context);
    context.close();
  }
}
