package io.sightings.ingest.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_FATAL;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_INFO;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.setLogCallback;

import java.util.regex.Pattern;
import org.bytedeco.ffmpeg.avutil.LogCallback;
import org.bytedeco.javacpp.BytePointer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * FFmpeg writes to the standard error stream of the process, passwords in URLs included. This sends
 * it to the log instead, at debug, without them.
 */
final class FfmpegLog extends LogCallback {
  private static final Logger LOG = LoggerFactory.getLogger("io.sightings.ffmpeg");
  private static final Pattern CREDENTIALS = Pattern.compile("://[^/\\s]*@");

  /** FFmpeg has one log per process and keeps no reference that Java would know of. */
  private static final FfmpegLog INSTANCE = new FfmpegLog();

  private FfmpegLog() {
    super();
  }

  /** Takes over FFmpeg's log; doing so again changes nothing. */
  static void install() {
    // What nobody reads is not even formatted.
    av_log_set_level(LOG.isDebugEnabled() ? AV_LOG_INFO : AV_LOG_FATAL);
    setLogCallback(INSTANCE);
  }

  @Override
  public void call(int level, BytePointer message) {
    LOG.debug("{}", redacted(message.getString().strip()));
  }

  static String redacted(String text) {
    return CREDENTIALS.matcher(text).replaceAll("://***@");
  }
}
