package io.sightings.ingest.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_DICT_DONT_OVERWRITE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EACCES;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EIO;

import io.sightings.ingest.tls.TlsRules;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVFormatContext.Io_open_AVFormatContext_PointerPointer_BytePointer_int_PointerPointer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Opens what a stream's context opens, its address as well as the segments of a playlist, with the
 * stream's rules for TLS: FFmpeg's own playlist demuxer passes these options to no segment. One for
 * all streams, as JavaCPP has room for ten callbacks of a kind in a process.
 */
final class NestedUrls
    extends Io_open_AVFormatContext_PointerPointer_BytePointer_int_PointerPointer {
  private static final NestedUrls INSTANCE = new NestedUrls();

  private final transient Map<Long, Bound> rules = new ConcurrentHashMap<>();

  private NestedUrls() {
    super();
  }

  private record Bound(
      TlsRules rules,
      Io_open_AVFormatContext_PointerPointer_BytePointer_int_PointerPointer usual) {}

  /**
   * Makes rules hold for all that a context opens.
   *
   * @return what ends it when closed, after the context
   */
  static FfmpegInterrupts.Registration set(AVFormatContext context, TlsRules rules) {
    return INSTANCE.add(context, rules);
  }

  private FfmpegInterrupts.Registration add(AVFormatContext context, TlsRules own) {
    long address = context.address();
    Bound bound = new Bound(own, context.io_open());
    rules.put(address, bound);
    context.io_open(this);
    // Another context may have got the same address since this one was freed.
    return () -> rules.remove(address, bound);
  }

  /** An exception that left this method would pass through C code and end the process. */
  @Override
  @SuppressWarnings("rawtypes")
  public int call(
      AVFormatContext context,
      PointerPointer io,
      BytePointer url,
      int flags,
      PointerPointer options) {
    try {
      return open(context, io, url, flags, options);
    } catch (Throwable e) {
      // Nothing can be logged here safely: the stack may be full. FFmpeg's call fails instead.
      return AVERROR_EIO();
    }
  }

  @SuppressWarnings("rawtypes")
  private int open(
      AVFormatContext context,
      PointerPointer io,
      BytePointer url,
      int flags,
      PointerPointer options) {
    Bound bound = rules.get(context.address());
    if (bound == null || !bound.rules().allows(url.getString())) {
      return AVERROR_EACCES();
    }
    bound
        .rules()
        .options()
        .forEach(
            (name, value) -> {
              try (BytePointer key = new BytePointer(name);
                  BytePointer text = new BytePointer(value)) {
                av_dict_set(options, key, text, AV_DICT_DONT_OVERWRITE);
              }
            });
    return bound.usual().call(context, io, url, flags, options);
  }
}
