package io.sightings.cameras.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.cameras.clip.AccessUnit;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RtpPacketizerTest {
  private final RtpPacketizer rtp = new RtpPacketizer(new Random(1));

  @Test
  void thePacketsOfAPictureShareItsTimeAndOnlyTheLastIsMarked() {
    int sequence = rtp.nextSequence();
    AccessUnit picture = new AccessUnit(List.of(new byte[10], new byte[3000]), true);
    List<byte[]> packets = rtp.packets(RtpPayload.H264, picture, 90_000);
    assertThat(packets).hasSize(4);
    for (int i = 0; i < packets.size(); i++) {
      ByteBuffer packet = ByteBuffer.wrap(packets.get(i));
      assertThat(packet.get(0)).isEqualTo((byte) 0x80);
      assertThat(packet.get(1) & 0xFF).isEqualTo(i == 3 ? 96 + 128 : 96);
      assertThat(packet.getShort(2) & 0xFFFF).isEqualTo(sequence + i & 0xFFFF);
      assertThat(Integer.toUnsignedLong(packet.getInt(4))).isEqualTo(rtp.rtpTime(90_000));
    }
    assertThat(rtp.rtpTime(90_000) - rtp.rtpTime(0)).isEqualTo(90_000);
  }

  @Test
  void aReportTellsTheTimeOfDayAndWhatWasSent() {
    AccessUnit picture = new AccessUnit(List.of(new byte[10], new byte[20]), true);
    int source = ByteBuffer.wrap(rtp.packets(RtpPayload.H264, picture, 0).get(0)).getInt(8);
    ByteBuffer report =
        ByteBuffer.wrap(rtp.senderReport(4500, Instant.parse("2026-03-04T05:06:07.500Z")));
    assertThat(report.remaining() % 4).isZero();
    assertThat(report.getInt(4)).isEqualTo(source);
    long seconds = Integer.toUnsignedLong(report.getInt(8)) - 2_208_988_800L;
    assertThat(Instant.ofEpochSecond(seconds)).isEqualTo("2026-03-04T05:06:07Z");
    assertThat(Integer.toUnsignedLong(report.getInt(12))).isEqualTo(1L << 31);
    assertThat(Integer.toUnsignedLong(report.getInt(16))).isEqualTo(rtp.rtpTime(4500));
    assertThat(report.getInt(20)).isEqualTo(2);
    assertThat(report.getInt(24)).isEqualTo(30);
    // The description of the sender follows, as long as it says.
    assertThat(report.get(29) & 0xFF).isEqualTo(202);
    assertThat(28 + 4 + 4 * report.getShort(30)).isEqualTo(report.remaining());
  }
}
