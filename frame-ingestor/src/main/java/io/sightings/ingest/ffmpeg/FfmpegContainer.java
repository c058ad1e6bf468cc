package io.sightings.ingest.ffmpeg;

import static org.bytedeco.ffmpeg.global.avformat.AVFMTCTX_NOHEADER;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_STREAM_NOT_FOUND;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import io.sightings.ingest.tls.TlsRules;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/** What FFmpeg demultiplexes, in terms of FFmpeg: negative codes are errors. Of one thread. */
public final class FfmpegContainer implements AutoCloseable {
  private final AVFormatContext context = FfmpegErrors.allocated(avformat_alloc_context());
  private final FfmpegInterrupts.Registration deadline;
  private FfmpegInterrupts.Registration rules = () -> {};
  private final Set<String> unknownOptions = new TreeSet<>();
  private @Nullable AVStream stream;

  public FfmpegContainer(ReadDeadline deadline) {
    FfmpegLog.install();
    this.deadline = FfmpegInterrupts.set(context, deadline);
  }

  /** To be called before it is opened. */
  public void set(TlsRules tls) {
    rules = NestedUrls.set(context, tls);
  }

  /**
   * Opens it, without looking into its streams.
   *
   * @param format null lets FFmpeg find out
   */
  public int open(String url, @Nullable AVInputFormat format, Map<String, String> options) {
    AVDictionary dictionary = new AVDictionary(null);
    options.forEach((name, value) -> av_dict_set(dictionary, name, value, 0));
    try (BytePointer address = new BytePointer(url, StandardCharsets.UTF_8)) {
      int code = avformat_open_input(context, address, format, dictionary);
      if (code < 0) {
        // FFmpeg has freed it.
        context.setNull();
      }
      for (String name : options.keySet()) {
        AVDictionaryEntry left = av_dict_get(dictionary, name, null, 0);
        if (left != null && !left.isNull()) {
          unknownOptions.add(name);
        }
      }
      return code;
    } finally {
      av_dict_free(dictionary);
      dictionary.close();
    }
  }

  /** Reads on until it is known what the streams are. */
  public int probe() {
    return avformat_find_stream_info(context, (PointerPointer<?>) null);
  }

  /** Whether the header was enough to say what the streams are. */
  public boolean saysWhatItHolds() {
    if ((context.ctx_flags() & AVFMTCTX_NOHEADER) != 0) {
      return false;
    }
    for (int i = 0; i < context.nb_streams(); i++) {
      int type = context.streams(i).codecpar().codec_type();
      int codec = context.streams(i).codecpar().codec_id();
      if (type == AVMEDIA_TYPE_VIDEO && codec != avcodec.AV_CODEC_ID_NONE) {
        return true;
      }
    }
    return false;
  }

  /** Takes the best video, so that nothing else is read where that can be avoided. */
  public int choose() {
    int best =
        av_find_best_stream(context, AVMEDIA_TYPE_VIDEO, -1, -1, (PointerPointer<?>) null, 0);
    if (best < 0 || (context.streams(best).disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0) {
      return AVERROR_STREAM_NOT_FOUND;
    }
    stream = context.streams(best);
    for (int i = 0; i < context.nb_streams(); i++) {
      if (i != best) {
        context.streams(i).discard(avcodec.AVDISCARD_ALL);
      }
    }
    return 0;
  }

  public int read(AVPacket packet) {
    return av_read_frame(context, packet);
  }

  public boolean isVideo(AVPacket packet) {
    return packet.stream_index() == stream().index();
  }

  /** Names of options that meant nothing to FFmpeg. */
  public Set<String> unknownOptions() {
    return unknownOptions;
  }

  public AVFormatContext context() {
    return context;
  }

  public AVStream stream() {
    return Objects.requireNonNull(stream, "a stream was chosen");
  }

  @Override
  public void close() {
    if (!context.isNull()) {
      avformat_close_input(context);
    }
    context.close();
    rules.close();
    deadline.close();
  }
}
