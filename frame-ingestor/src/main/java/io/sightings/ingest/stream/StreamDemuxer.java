package io.sightings.ingest.stream;

import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_NONBLOCK;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_WRAPPED_AVFRAME;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import io.sightings.ingest.address.StreamException;
import io.sightings.ingest.address.StreamException.Problem;
import io.sightings.ingest.address.StreamUrl;
import io.sightings.ingest.ffmpeg.CodecWhitelist;
import io.sightings.ingest.ffmpeg.FfmpegContainer;
import io.sightings.ingest.ffmpeg.FormatWhitelist;
import io.sightings.ingest.ffmpeg.ReadDeadline;
import io.sightings.ingest.ffmpeg.StreamCancellation;
import io.sightings.ingest.tls.TlsRules;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.javacpp.Loader;
import org.jspecify.annotations.Nullable;

/** An open stream: packets of its best video, as they arrive. Of one thread. */
final class StreamDemuxer implements AutoCloseable {
  /**
   * What a stream may make FFmpeg speak: everything that goes to other hosts, and nothing that
   * reads this one's files.
   */
  private static final String PROTOCOLS =
      "tcp,tls,udp,rtp,srtp,rtsp,http,https,httpproxy,hls,crypto,data,"
          + "rtmp,rtmpe,rtmps,rtmpt,rtmpte,rtmpts,srt,mmsh,mmst,ftp";

  /** Looking into the streams ends as soon as they are known; this is for those that are not. */
  private static final Map<String, String> PROBING =
      Map.of("analyzeduration", "2000000", "fpsprobesize", "0");

  /** For taking leave: a camera keeps a place for a viewer who did not. */
  private static final Duration GRACE = Duration.ofMillis(300);

  private static final long DEVICE_POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private final StreamFailure failure;
  private final ReadDeadline deadline;
  private final FfmpegContainer container;

  private StreamDemuxer(StreamAddress address, ReadDeadline deadline) {
    this.failure = new StreamFailure(address);
    this.deadline = deadline;
    this.container = new FfmpegContainer(deadline);
  }

  static StreamDemuxer open(
      StreamAddress address, StreamBounds bounds, StreamCancellation cancellation)
      throws StreamException {
    prepare(address);
    ReadDeadline deadline = new ReadDeadline(bounds.timeout(), cancellation);
    StreamDemuxer demuxer = new StreamDemuxer(address, deadline);
    try {
      demuxer.openStream(address);
      return demuxer;
    } catch (StreamException | RuntimeException e) {
      demuxer.close();
      throw e;
    }
  }

  /** What the first stream of a process may wait long for must not count as the stream's delay. */
  private static void prepare(StreamAddress address) throws StreamException {
    Loader.load(avformat.class);
    if (address.isDevice()) {
      registerDevices();
    }
  }

  private void openStream(StreamAddress address) throws StreamException {
    try {
      NameLookup.await(address, deadline);
    } catch (UnknownHostException e) {
      throw failure.unknownHost();
    }
    if (address.isDevice()) {
      check(container.open(address.url(), format(address), options(address)));
    } else {
      openUrl(address, new TlsRules(address.tls(), deadline.timeout()));
    }
    if (!container.saysWhatItHolds()) {
      check(container.probe());
    }
    check(container.choose());
  }

  private void openUrl(StreamAddress address, TlsRules tls) throws StreamException {
    tls.verifyAddress(address.url());
    container.set(tls);
    // The session demuxers open by themselves and take the options as their own.
    Map<String, String> options = options(address);
    int opened =
        container.open(
            address.url(), format(address), address.isRtsp() ? tls.with(options) : options);
    if (opened < 0 && !deadline.ended()) {
      tls.explain(address.url());
    }
    check(opened);
  }

  private @Nullable AVInputFormat format(StreamAddress address) throws StreamException {
    if (address.isDevice()) {
      // A camera that hangs must not hang this thread: the systems' waits cannot be interrupted.
      AVFormatContext context = container.context();
      context.flags(context.flags() | AVFMT_FLAG_NONBLOCK);
    }
    if (address.format().isEmpty()) {
      return null;
    }
    if (!address.isDevice() && !FormatWhitelist.isStream(address.format())) {
      throw new StreamException(
          Problem.UNSUPPORTED,
          "a stream of format \"%s\" is not opened, as it may open others: correct format, or leave it out"
              .formatted(address.format()));
    }
    AVInputFormat format = av_find_input_format(address.format());
    if (format == null) {
      throw new StreamException(
          Problem.UNSUPPORTED,
          "FFmpeg knows no format \"%s\" here: correct format".formatted(address.format()));
    }
    return format;
  }

  private static void registerDevices() throws StreamException {
    try {
      WebcamDevices.register();
    } catch (LinkageError e) {
      throw new StreamException(
          Problem.UNSUPPORTED,
          "FFmpeg's library for webcams cannot be loaded: install what it needs (%s)"
              .formatted(e.getMessage()));
    }
  }

  private static Map<String, String> options(StreamAddress address) {
    Map<String, String> options = new HashMap<>(PROBING);
    if (!address.isDevice()) {
      // The settings may name any protocol for the stream itself.
      String own = StreamUrl.of(address.url()).scheme();
      options.put("protocol_whitelist", PROTOCOLS + "," + own);
    }
    options.putAll(address.options());
    if (!address.isDevice()) {
      options.put(FormatWhitelist.OPTION, FormatWhitelist.streams());
    }
    options.put(CodecWhitelist.OPTION, CodecWhitelist.decoders());
    return options;
  }

  /**
   * Waits for the next packet.
   *
   * @throws StreamException if there is none within the timeout, or never again
   */
  void read(AVPacket packet) throws StreamException {
    deadline.renew();
    checkDeadline();
    while (true) {
      int code = container.read(packet);
      if (code == AVERROR_EAGAIN()) {
        LockSupport.parkNanos(DEVICE_POLL_NANOS);
      } else {
        check(code);
        if (container.isVideo(packet)) {
          return;
        }
        avcodec.av_packet_unref(packet);
      }
      checkDeadline();
    }
  }

  /** Whether a packet can be decoded without those before it. */
  boolean isKey(AVPacket packet) {
    return (packet.flags() & AV_PKT_FLAG_KEY) != 0
        || stream().codecpar().codec_id() == AV_CODEC_ID_WRAPPED_AVFRAME;
  }

  private void check(int code) throws StreamException {
    if (code < 0) {
      checkDeadline();
      throw failure.of(code);
    }
  }

  private void checkDeadline() throws StreamException {
    if (deadline.cancelled()) {
      throw StreamFailure.cancelled();
    }
    if (deadline.passed()) {
      throw failure.silent(deadline);
    }
  }

  /** Names of options that meant nothing to FFmpeg. */
  Set<String> unknownOptions() {
    return container.unknownOptions();
  }

  AVFormatContext context() {
    return container.context();
  }

  AVStream stream() {
    return container.stream();
  }

  @Override
  public void close() {
    deadline.closing(GRACE);
    container.close();
  }
}
