package io.sightings.ingest.stream;

import static org.bytedeco.ffmpeg.global.avutil.AVERROR_DEMUXER_NOT_FOUND;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_BAD_REQUEST;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_FORBIDDEN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_NOT_FOUND;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_OTHER_4XX;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_SERVER_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_TOO_MANY_REQUESTS;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_UNAUTHORIZED;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_INVALIDDATA;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_OPTION_NOT_FOUND;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_PROTOCOL_NOT_FOUND;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_STREAM_NOT_FOUND;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EACCES;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EIO;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_ENODEV;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_ENOENT;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_ENXIO;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EPERM;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EPIPE;

import io.sightings.ingest.address.StreamException;
import io.sightings.ingest.address.StreamException.Problem;
import io.sightings.ingest.address.StreamUrl;
import io.sightings.ingest.ffmpeg.FfmpegErrors;
import io.sightings.ingest.ffmpeg.ReadDeadline;
import java.util.Map;

/** What FFmpeg's error codes mean where a stream is concerned, and what to do about them. */
final class StreamFailure {
  private static final Map<Integer, Problem> PROBLEMS =
      Map.ofEntries(
          Map.entry(AVERROR_HTTP_UNAUTHORIZED, Problem.LOGIN_REFUSED),
          Map.entry(AVERROR_HTTP_FORBIDDEN, Problem.LOGIN_REFUSED),
          Map.entry(AVERROR_HTTP_NOT_FOUND, Problem.NOT_FOUND),
          Map.entry(AVERROR_HTTP_BAD_REQUEST, Problem.SERVER_ERROR),
          Map.entry(AVERROR_HTTP_OTHER_4XX, Problem.SERVER_ERROR),
          Map.entry(AVERROR_HTTP_TOO_MANY_REQUESTS, Problem.SERVER_ERROR),
          Map.entry(AVERROR_HTTP_SERVER_ERROR, Problem.SERVER_ERROR),
          Map.entry(AVERROR_ENOENT(), Problem.NOT_FOUND),
          Map.entry(AVERROR_ENODEV(), Problem.NOT_FOUND),
          Map.entry(AVERROR_ENXIO(), Problem.NOT_FOUND),
          Map.entry(AVERROR_EACCES(), Problem.LOGIN_REFUSED),
          // It is -1, which much of FFmpeg says for want of anything better.
          Map.entry(AVERROR_EPERM(), Problem.BROKEN),
          Map.entry(AVERROR_EPIPE(), Problem.RESET),
          Map.entry(AVERROR_EIO(), Problem.RESET),
          Map.entry(AVERROR_EOF, Problem.ENDED),
          Map.entry(AVERROR_PROTOCOL_NOT_FOUND, Problem.UNSUPPORTED),
          Map.entry(AVERROR_DEMUXER_NOT_FOUND, Problem.UNSUPPORTED),
          Map.entry(AVERROR_OPTION_NOT_FOUND, Problem.UNSUPPORTED),
          Map.entry(AVERROR_STREAM_NOT_FOUND, Problem.NO_VIDEO),
          Map.entry(AVERROR_INVALIDDATA, Problem.BROKEN));

  private final StreamAddress address;

  StreamFailure(StreamAddress address) {
    this.address = address;
  }

  StreamException of(int code) {
    Problem problem = problem(code);
    return new StreamException(problem, text(problem, code) + " (" + FfmpegErrors.text(code) + ")");
  }

  StreamException unknownHost() {
    return new StreamException(
        Problem.UNREACHABLE,
        "there is no host %s: check its name and the network".formatted(where()));
  }

  StreamException silent(ReadDeadline deadline) {
    return new StreamException(
        Problem.TIMEOUT,
        "nothing came from %s for %s: check that it is on and can be reached"
            .formatted(where(), StreamException.inWords(deadline.timeout())));
  }

  static StreamException cancelled() {
    return new StreamException(Problem.CANCELLED, "reading was ended from here");
  }

  private static Problem problem(int code) {
    Problem known = PROBLEMS.get(code);
    NetworkErrno errno = NetworkErrno.of(code);
    if (known != null || errno == null) {
      return known != null ? known : Problem.BROKEN;
    }
    return switch (errno) {
      case ECONNREFUSED, EHOSTUNREACH, EHOSTDOWN, ENETUNREACH, ENETDOWN -> Problem.UNREACHABLE;
      case ETIMEDOUT -> Problem.TIMEOUT;
      case ECONNRESET, ECONNABORTED -> Problem.RESET;
      case EPROTONOSUPPORT -> Problem.UNSUPPORTED;
      case EBUSY -> Problem.SERVER_ERROR;
    };
  }

  private String text(Problem problem, int code) {
    return switch (problem) {
      case UNREACHABLE ->
          "%s cannot be reached: check address and port, and that the camera is on"
              .formatted(where());
      case TIMEOUT ->
          "%s does not answer: check that it is on and can be reached".formatted(where());
      case LOGIN_REFUSED -> refused(code);
      case NOT_FOUND ->
          address.isDevice()
              ? "there is no such device: check its name and that it is plugged in"
              : where() + " is there, but has no such stream: check the path of the url";
      case SERVER_ERROR ->
          address.isDevice()
              ? "the device is in use: close the other program"
              : where()
                  + " refuses to serve the stream: check the url, that there is video, and how many may watch";
      case ENDED -> where() + " has ended the stream: if it does so again, look at its own log";
      case RESET ->
          "the connection to %s broke: check the network, and that protocol and port belong together"
              .formatted(where());
      case NO_VIDEO -> "there is no video in it, only sound or data: check the path of the url";
      case UNSUPPORTED ->
          "FFmpeg does not know this protocol, format or transport here: check url, format and"
              + " transport";
      default -> unreadable();
    };
  }

  private String unreadable() {
    return (address.isRtsp()
            ? "%s hung up or does not speak RTSP: check port and protocol of the url"
            : "what %s sends is no video FFmpeg can read: check that the url is not a web page's")
        .formatted(where());
  }

  private String refused(int code) {
    if (address.isDevice()) {
      return "the device may not be opened: allow it to the user of this program";
    }
    if (code == AVERROR_HTTP_FORBIDDEN) {
      return "these credentials may not see the stream: check the user's rights at the camera";
    }
    return address.hasCredentials()
        ? "user name or password are refused: correct username and password"
        : "it wants user name and password: set username and password";
  }

  /** Host and port, or what stands for them. */
  private String where() {
    if (address.isDevice()) {
      return "the device";
    }
    String host = StreamUrl.of(address.url()).address();
    return host.isEmpty() ? "the stream" : host;
  }
}
