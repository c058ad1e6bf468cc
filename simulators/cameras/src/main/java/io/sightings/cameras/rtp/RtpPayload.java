package io.sightings.cameras.rtp;

import io.sightings.cameras.clip.ClipCodec;
import java.util.ArrayList;
import java.util.List;

/** Cuts a unit (NAL unit) into payloads of RTP packets. */
public enum RtpPayload {
  /** RFC 6184: single NAL unit packets (5.6) and FU-A (5.8), that is packetization-mode 1. */
  H264(1) {
    @Override
    byte[] fragment(byte[] unit, int from, int to, boolean first, boolean last) {
      byte[] payload = new byte[2 + to - from];
      payload[0] = (byte) (unit[0] & 0xE0 | 28);
      payload[1] = (byte) (unit[0] & 0x1F | flags(first, last));
      System.arraycopy(unit, from, payload, 2, to - from);
      return payload;
    }
  },

  /** RFC 7798: single NAL unit packets (4.4.1) and fragmentation units (4.4.3), without DONL. */
  H265(2) {
    @Override
    byte[] fragment(byte[] unit, int from, int to, boolean first, boolean last) {
      byte[] payload = new byte[3 + to - from];
      payload[0] = (byte) (unit[0] & 0x81 | 49 << 1);
      payload[1] = unit[1];
      payload[2] = (byte) (unit[0] >> 1 & 0x3F | flags(first, last));
      System.arraycopy(unit, from, payload, 3, to - from);
      return payload;
    }
  };

  /** Fits an Ethernet frame together with all headers. */
  private static final int MAX_BYTES = 1400;

  private final int unitHeader;

  RtpPayload(int unitHeader) {
    this.unitHeader = unitHeader;
  }

  public static RtpPayload of(ClipCodec codec) {
    return switch (codec) {
      case H264 -> H264;
      case H265 -> H265;
      case JPEG -> throw new IllegalArgumentException("JPEG is not sent by RTP here");
    };
  }

  /** The unit as one payload if it is small, else in fragments. */
  public List<byte[]> cut(byte[] unit) {
    if (unit.length <= MAX_BYTES) {
      return List.of(unit);
    }
    List<byte[]> payloads = new ArrayList<>();
    int most = MAX_BYTES - unitHeader - 1;
    for (int from = unitHeader; from < unit.length; from += most) {
      int to = Math.min(from + most, unit.length);
      payloads.add(fragment(unit, from, to, from == unitHeader, to == unit.length));
    }
    return payloads;
  }

  abstract byte[] fragment(byte[] unit, int from, int to, boolean first, boolean last);

  private static int flags(boolean first, boolean last) {
    return (first ? 0x80 : 0) | (last ? 0x40 : 0);
  }
}
