package io.sightings.ingest.stream;

import io.sightings.ingest.address.StreamUrl;
import io.sightings.ingest.settings.SourceSettings;
import io.sightings.ingest.settings.TlsSettings;
import io.sightings.ingest.tls.TlsRules;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a stream is, and how FFmpeg is to open it. Holds credentials: only {@link #shown()} may be
 * published.
 *
 * @param url as FFmpeg takes it, user name and password included; of a webcam its name
 * @param format what FFmpeg is to take it for; empty lets it find out
 * @param options of FFmpeg
 * @param tls how the certificate of its server is verified
 */
public record StreamAddress(
    String url, String format, Map<String, String> options, TlsSettings tls) {
  private static final Set<String> RTSP = Set.of("rtsp", "rtsps");

  public StreamAddress {
    options = Map.copyOf(options);
  }

  /**
   * @throws IllegalArgumentException if FFmpeg would not understand the address; the text names the
   *     remedy and holds no credentials
   */
  public static StreamAddress of(SourceSettings source) {
    if (!source.device().isEmpty()) {
      String format = source.format().isEmpty() ? WebcamDevices.usualFormat() : source.format();
      String name = WebcamDevices.address(format, source.device());
      return new StreamAddress(name, format, source.options(), source.tls());
    }
    if (!source.format().isEmpty() && !StreamUrl.isUrl(source.url())) {
      return new StreamAddress(source.url(), source.format(), source.options(), source.tls());
    }
    StreamUrl url = StreamUrl.of(source.url());
    return new StreamAddress(
        url.withUserInfo(userInfo(url, source)).text(),
        source.format(),
        options(url, source),
        source.tls());
  }

  /** What the URL says counts; the settings add what it does not. */
  private static @Nullable String userInfo(StreamUrl url, SourceSettings source) {
    String own = url.userInfo();
    if (own == null && source.username().isEmpty() && source.password().isEmpty()) {
      return null;
    }
    if (own != null && (own.indexOf(':') >= 0 || source.password().isEmpty())) {
      return own;
    }
    String user = own == null ? encoded(source.username()) : own;
    return source.password().isEmpty() ? user : user + ":" + encoded(source.password());
  }

  /** RFC 3986: all but unreserved characters by their number. */
  private static String encoded(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
      encoded.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return encoded.toString();
  }

  private static Map<String, String> options(StreamUrl url, SourceSettings source) {
    Map<String, String> options = new HashMap<>();
    if (RTSP.contains(url.scheme())) {
      // Datagrams get lost, and pictures with them; a camera on a wire has no reason for it.
      options.put("rtsp_transport", source.transport().isEmpty() ? "tcp" : source.transport());
      // Sound is not even asked for.
      options.put("allowed_media_types", "video");
    }
    options.putAll(source.options());
    return options;
  }

  /** How the pictures come: tcp, udp, http or another protocol, or the webcam's system. */
  public String transport() {
    String chosen = options.get("rtsp_transport");
    return chosen != null ? chosen : StreamUrl.isUrl(url) ? StreamUrl.of(url).scheme() : format;
  }

  /** Whether it is a webcam or something else that is no URL. */
  boolean isDevice() {
    return !StreamUrl.isUrl(url);
  }

  boolean isRtsp() {
    return !isDevice() && RTSP.contains(StreamUrl.of(url).scheme());
  }

  /** Whether its server shows a certificate. */
  public boolean isTls() {
    return !isDevice() && TlsRules.isTls(StreamUrl.of(url).scheme());
  }

  boolean hasCredentials() {
    return !isDevice() && StreamUrl.of(url).userInfo() != null;
  }

  /** The address without user name, password and other parts that may be secret. */
  public String shown() {
    return isDevice() ? url : StreamUrl.of(url).shown();
  }

  /** The parts that must not be logged or published. */
  public Set<String> secrets() {
    return SecretParts.of(this);
  }

  @Override
  public String toString() {
    return "StreamAddress[" + shown() + "]";
  }
}
