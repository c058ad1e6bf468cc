package io.sightings.cameras;

import io.sightings.cameras.clip.ClipCodec;
import io.sightings.cameras.clip.LabClip;
import io.sightings.cameras.rtp.RtpPacketizer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** A camera's description of itself (RFC 4566, and RFC 2326, appendix C). */
final class SessionDescription {
  /** The control attribute of the only stream, relative to the camera's URL. */
  static final String TRACK = "trackID=0";

  private static final String SESSION =
      "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=camera\r\nc=IN IP4 0.0.0.0\r\nt=0 0\r\na=control:*\r\n";

  private SessionDescription() {}

  static String of(LabClip clip, CameraHandshake handshake) {
    return switch (handshake) {
      case EMPTY_SDP -> "";
      case BROKEN_SDP -> "m=\r\nThis is\0 no description.\r\nm=video\r\na=rtpmap:\r\n";
      case NO_VIDEO -> SESSION + "m=audio 0 RTP/AVP 0\r\na=control:" + TRACK + "\r\n";
      case WRONG_PARAMETERS -> SESSION + video(clip, wrong(clip.parameters()));
      default -> SESSION + video(clip, clip.parameters());
    };
  }

  private static String video(LabClip clip, List<byte[]> parameters) {
    int type = RtpPacketizer.PAYLOAD_TYPE;
    return "m=video 0 RTP/AVP %d\r\na=rtpmap:%d %s/%d\r\na=fmtp:%d %s\r\na=framerate:%d\r\na=control:%s\r\n"
        .formatted(
            type,
            type,
            clip.codec(),
            RtpPacketizer.CLOCK,
            type,
            format(clip.codec(), parameters),
            clip.fps(),
            TRACK);
  }

  private static String format(ClipCodec codec, List<byte[]> parameters) {
    return codec == ClipCodec.H264 ? h264(parameters) : h265(parameters);
  }

  /** RFC 6184, section 8.1. */
  private static String h264(List<byte[]> parameters) {
    byte[] sps = parameters.get(0);
    return "packetization-mode=1;profile-level-id=%s;sprop-parameter-sets=%s"
        .formatted(
            HexFormat.of().withUpperCase().formatHex(sps, 1, 4),
            parameters.stream().map(SessionDescription::base64).collect(Collectors.joining(",")));
  }

  /** RFC 7798, section 7.1. */
  private static String h265(List<byte[]> parameters) {
    return "sprop-vps=%s;sprop-sps=%s;sprop-pps=%s"
        .formatted(parameters.stream().map(SessionDescription::base64).toArray());
  }

  /** Damages the sequence's parameters behind their header. */
  private static List<byte[]> wrong(List<byte[]> parameters) {
    return parameters.stream()
        .map(
            unit -> {
              byte[] damaged = unit.clone();
              for (int i = Math.min(6, unit.length / 2); i < unit.length; i++) {
                damaged[i] ^= 0x55;
              }
              return damaged;
            })
        .toList();
  }

  private static String base64(byte[] unit) {
    return Base64.getEncoder().encodeToString(unit);
  }
}
