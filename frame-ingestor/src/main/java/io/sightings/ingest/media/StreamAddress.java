package io.sightings.ingest.media;

import io.sightings.ingest.settings.SourceSettings;
import java.util.Map;

/**
 * Where a stream is, and how FFmpeg is to open it. Holds credentials: only {@link #shown()} may be
 * told to anybody.
 *
 * @param url as FFmpeg takes it, user name and password included
 * @param format what FFmpeg is to take it for; empty lets it find out
 * @param options of FFmpeg
 */
public record StreamAddress(String url, String format, Map<String, String> options) {

  public StreamAddress {
    options = Map.copyOf(options);
  }

  /**
   * @throws IllegalArgumentException if FFmpeg would not understand the address; the text names the
   *     remedy and holds no credentials
   */
  public static StreamAddress of(SourceSettings source) {
    String url = source.url().isEmpty() ? source.device() : source.url();
    return new StreamAddress(url, source.format(), source.options());
  }

  /** The address without user name, password and whatever else may be secret. */
  public String shown() {
    int scheme = url.indexOf("://");
    return scheme < 0 ? "***" : url.substring(0, scheme) + "://***";
  }

  @Override
  public String toString() {
    return "StreamAddress[" + shown() + "]";
  }
}
