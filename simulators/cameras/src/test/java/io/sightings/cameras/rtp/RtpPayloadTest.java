package io.sightings.cameras.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RtpPayloadTest {
  @Test
  void aSmallUnitIsItsOwnPayload() {
    byte[] unit = unit(1400, 0x67, 0x42);
    assertThat(RtpPayload.H264.cut(unit)).containsExactly(unit);
    assertThat(RtpPayload.H265.cut(unit)).containsExactly(unit);
  }

  @Test
  void fragmentsOfH264MakeTheUnitAgain() {
    for (int size : new int[] {1401, 2798, 2799, 50_000}) {
      byte[] unit = unit(size, 0x65, 0x88);
      List<byte[]> payloads = RtpPayload.H264.cut(unit);
      ByteArrayOutputStream joined = new ByteArrayOutputStream();
      // RFC 6184, section 5.8: NRI from the indicator, type from the header.
      joined.write(payloads.get(0)[0] & 0xE0 | payloads.get(0)[1] & 0x1F);
      for (byte[] payload : payloads) {
        assertThat(payload[0] & 0x1F).isEqualTo(28);
        assertThat(payload.length).isLessThanOrEqualTo(1400);
        joined.write(payload, 2, payload.length - 2);
      }
      assertThat(joined.toByteArray()).isEqualTo(unit);
      assertEndsMarked(payloads, 1);
    }
  }

  @Test
  void fragmentsOfH265MakeTheUnitAgain() {
    for (int size : new int[] {1401, 2796, 50_000}) {
      byte[] unit = unit(size, 0x28, 0x01);
      List<byte[]> payloads = RtpPayload.H265.cut(unit);
      ByteArrayOutputStream joined = new ByteArrayOutputStream();
      // RFC 7798, section 4.4.3: all but the type from the payload header.
      joined.write(payloads.get(0)[0] & 0x81 | (payloads.get(0)[2] & 0x3F) << 1);
      joined.write(payloads.get(0)[1]);
      for (byte[] payload : payloads) {
        assertThat(payload[0] >> 1 & 0x3F).isEqualTo(49);
        assertThat(payload.length).isLessThanOrEqualTo(1400);
        joined.write(payload, 3, payload.length - 3);
      }
      assertThat(joined.toByteArray()).isEqualTo(unit);
      assertEndsMarked(payloads, 2);
    }
  }

  private static void assertEndsMarked(List<byte[]> payloads, int flags) {
    for (int i = 0; i < payloads.size(); i++) {
      assertThat((payloads.get(i)[flags] & 0x80) != 0).isEqualTo(i == 0);
      assertThat((payloads.get(i)[flags] & 0x40) != 0).isEqualTo(i == payloads.size() - 1);
    }
  }

  private static byte[] unit(int size, int... header) {
    byte[] unit = new byte[size];
    new Random(size).nextBytes(unit);
    for (int i = 0; i < header.length; i++) {
      unit[i] = (byte) header[i];
    }
    return unit;
  }
}
