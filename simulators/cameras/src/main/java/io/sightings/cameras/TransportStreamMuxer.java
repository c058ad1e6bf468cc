package io.sightings.cameras;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avformat.av_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_close_dyn_buf;
import static org.bytedeco.ffmpeg.global.avformat.avio_open_dyn_buf;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_free;

import io.sightings.cameras.clip.AccessUnit;
import io.sightings.cameras.clip.ClipCodec;
import io.sightings.cameras.clip.LabClip;
import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;

/** Muxes pictures of a clip into the MPEG transport stream of an HLS segment, with FFmpeg. */
final class TransportStreamMuxer {
  /** Unit of an MPEG time stamp (ISO/IEC 13818-1, section 2.4.3.7): 1/90000 s. */
  private static final long TICKS_PER_SECOND = 90_000;

  private TransportStreamMuxer() {}

  /**
   * Segments of consecutive pictures fit together: their time stamps continue.
   *
   * @param from the first picture, as in {@link LabClip#picture}
   * @param to behind the last
   * @throws IOException with FFmpeg's error code
   */
  static byte[] segment(LabClip clip, long from, long to) throws IOException {
    AVFormatContext context = new AVFormatContext(null);
    check(avformat_alloc_output_context2(context, null, "mpegts", null));
    AVIOContext buffer = new AVIOContext(null);
    BytePointer segment = new BytePointer();
    try {
      check(avio_open_dyn_buf(buffer));
      context.pb(buffer);
      writeHeader(context, clip.codec());
      for (long ordinal = from; ordinal < to; ordinal++) {
        write(context, clip.picture(ordinal), ordinal * TICKS_PER_SECOND / clip.fps());
      }
      check(av_write_trailer(context));
    } finally {
      int size = buffer.isNull() ? 0 : avio_close_dyn_buf(buffer, segment);
      segment.capacity(size);
      avformat_free_context(context);
    }
    byte[] bytes = new byte[(int) segment.capacity()];
    segment.get(bytes);
    av_free(segment);
    return bytes;
  }

  private static void writeHeader(AVFormatContext context, ClipCodec codec) throws IOException {
    AVCodecParameters video = avformat_new_stream(context, null).codecpar();
    video.codec_type(AVMEDIA_TYPE_VIDEO);
    video.codec_id(codec == ClipCodec.H264 ? AV_CODEC_ID_H264 : AV_CODEC_ID_HEVC);
    AVDictionary options = new AVDictionary(null);
    try {
      av_dict_set(options, "mpegts_copyts", "1", 0);
      // Packet counters begin at 0 in every segment.
      av_dict_set(options, "mpegts_flags", "initial_discontinuity", 0);
      check(avformat_write_header(context, options));
    } finally {
      av_dict_free(options);
    }
  }

  private static void write(AVFormatContext context, AccessUnit picture, long ticks)
      throws IOException {
    byte[] bytes = picture.byteStream();
    AVPacket packet = av_packet_alloc();
    try {
      check(av_new_packet(packet, bytes.length));
      packet.data().put(bytes);
      packet.pts(ticks).dts(ticks);
      packet.flags(picture.key() ? AV_PKT_FLAG_KEY : 0);
      check(av_write_frame(context, packet));
    } finally {
      av_packet_free(packet);
    }
  }

  private static void check(int result) throws IOException {
    if (result < 0) {
      throw new IOException("FFmpeg cannot write a transport stream: error " + result);
    }
  }
}
