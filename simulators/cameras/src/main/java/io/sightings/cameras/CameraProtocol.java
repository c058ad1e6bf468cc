package io.sightings.cameras;

import io.sightings.cameras.clip.ClipCodec;
import java.util.Set;

/** How a server talks to its clients. */
public enum CameraProtocol {
  /** RTSP 1.0 (RFC 2326), H.264 or H.265 in RTP, interleaved or as datagrams. */
  RTSP("rtsp", false, Set.of(ClipCodec.H264, ClipCodec.H265)),
  /** The same over TLS, with a certificate that nobody has signed. */
  RTSPS("rtsps", true, Set.of(ClipCodec.H264, ClipCodec.H265)),
  /** JPEG after JPEG in an answer over HTTP 1.1 that never ends (multipart/x-mixed-replace). */
  MJPEG("http", false, Set.of(ClipCodec.JPEG)),
  /** The same over TLS, with a certificate that nobody has signed. */
  MJPEG_TLS("https", true, Set.of(ClipCodec.JPEG)),
  /** A live playlist over HTTP 1.1, H.264 or H.265 in MPEG transport streams (RFC 8216). */
  HLS("http", false, Set.of(ClipCodec.H264, ClipCodec.H265));

  private final String scheme;
  private final boolean tls;
  private final Set<ClipCodec> codecs;

  CameraProtocol(String scheme, boolean tls, Set<ClipCodec> codecs) {
    this.scheme = scheme;
    this.tls = tls;
    this.codecs = codecs;
  }

  /** As in front of a URL. */
  String scheme() {
    return scheme;
  }

  /** What comes behind the path of a camera. */
  String suffix() {
    return this == HLS ? HlsSession.PLAYLIST : "";
  }

  boolean tls() {
    return tls;
  }

  /** What its cameras can film in. */
  Set<ClipCodec> codecs() {
    return codecs;
  }

  ClientConversation converse(ServerConnection connection) {
    return switch (this) {
      case RTSP, RTSPS -> new RtspSession(connection);
      case MJPEG, MJPEG_TLS -> new MjpegSession(connection);
      case HLS -> new HlsSession(connection);
    };
  }
}
