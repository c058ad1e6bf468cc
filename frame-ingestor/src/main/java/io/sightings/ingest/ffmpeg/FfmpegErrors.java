package io.sightings.ingest.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import io.sightings.ingest.address.MediaException;
import java.nio.charset.StandardCharsets;

/** What FFmpeg's return codes mean. */
public final class FfmpegErrors {

  private FfmpegErrors() {}

  /**
   * @return the code, where it is no error
   * @throws MediaException with FFmpeg's own words after the given ones
   */
  public static int check(int code, String failure) throws MediaException {
    if (code < 0) {
      throw new MediaException(failure + " (" + text(code) + ")");
    }
    return code;
  }

  /** For native constructors, which answer null when there is no memory. */
  public static <T> T allocated(T pointer) {
    if (pointer == null) {
      throw new OutOfMemoryError("FFmpeg could not allocate memory");
    }
    return pointer;
  }

  public static String text(int code) {
    byte[] text = new byte[128];
    av_strerror(code, text, text.length);
    int end = 0;
    while (end < text.length && text[end] != 0) {
      end++;
    }
    return new String(text, 0, end, StandardCharsets.UTF_8);
  }
}
