package io.sightings.ingest.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_FATAL;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_INFO;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_VERBOSE;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.setLogCallback;

import io.sightings.ingest.address.CredentialRedaction;
import io.sightings.ingest.address.KnownSecrets;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.regex.Pattern;
import org.bytedeco.ffmpeg.avutil.LogCallback;
import org.bytedeco.javacpp.BytePointer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * FFmpeg writes to the standard error stream of the process, passwords in URLs included. This sends
 * it to the log instead, at debug, without them.
 */
public final class FfmpegLog extends LogCallback {
  private static final Logger LOG = LoggerFactory.getLogger("io.sightings.ffmpeg");

  /** FFmpeg has one log per process and keeps no reference that Java would know of. */
  private static final FfmpegLog INSTANCE = new FfmpegLog();

  /** Of the whole process, as the log is: FFmpeg does not say for whom it writes. */
  private final transient KnownSecrets secrets = new KnownSecrets();

  /** FFmpeg writes some lines in pieces, and a password may lie across two. */
  private final transient ThreadLocal<LogLine> lines = ThreadLocal.withInitial(LogLine::new);

  private FfmpegLog() {
    super();
  }

  /** Takes over FFmpeg's log; doing so again changes nothing. */
  public static void install() {
    // A line below the log level is not even formatted.
    av_log_set_level(LOG.isDebugEnabled() ? AV_LOG_INFO : AV_LOG_FATAL);
    setLogCallback(INSTANCE);
  }

  /**
   * Keeps texts out of the log for as long as something has to do with them.
   *
   * @return what ends that when closed, once
   */
  public static KnownSecrets.Hidden hide(Collection<String> texts) {
    return INSTANCE.secrets.hide(texts);
  }

  /** An exception that left this method would pass through C code and end the process. */
  @Override
  public void call(int level, BytePointer message) {
    try {
      log(level, message);
    } catch (Throwable e) {
      // The line is lost: what failed may be the log itself.
    }
  }

  private void log(int level, BytePointer message) {
    if (level > AV_LOG_VERBOSE) {
      // Below, it spells out what servers send, letter by letter.
      return;
    }
    String line = lines.get().add(message.getStringBytes());
    if (!line.isBlank()) {
      LOG.debug("{}", redacted(line.strip()));
    }
  }

  static String redacted(String text) {
    return CredentialRedaction.of(INSTANCE.secrets.hidden(text));
  }

  /** Joins the pieces in which FFmpeg writes a line. Of one thread. */
  private static final class LogLine {
    /** Of a piece, in bytes: JavaCPP's buffer holds 1024 with the end of the text. */
    private static final int LONGEST_PIECE = 1023;

    private static final int LONGEST_LINE = 4096;

    /** What may be the first half of a secret that can no longer be recognised. */
    private static final int UNSAFE = 512;

    private static final Pattern OPEN_URL = Pattern.compile("://\\S*$");

    private final StringBuilder begun = new StringBuilder();

    /**
     * @param piece in UTF-8
     * @return the whole lines there are now; empty where there is none
     */
    String add(byte[] piece) {
      String text = new String(piece, StandardCharsets.UTF_8);
      String safe = piece.length < LONGEST_PIECE ? text : cut(text);
      begun.append(safe);
      if (begun.length() > LONGEST_LINE) {
        String tooLong = cut(begun.toString());
        begun.setLength(0);
        return tooLong;
      }
      if (!safe.endsWith("\n")) {
        return "";
      }
      String line = begun.toString();
      begun.setLength(0);
      return line;
    }

    private static String cut(String text) {
      String kept = text.substring(0, Math.max(0, text.length() - UNSAFE));
      return OPEN_URL.matcher(kept).replaceFirst("://***") + " ... (cut)\n";
    }
  }
}
