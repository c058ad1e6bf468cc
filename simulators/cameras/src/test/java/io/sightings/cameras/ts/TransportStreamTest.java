package io.sightings.cameras.ts;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.cameras.clip.ClipCache;
import io.sightings.cameras.clip.ClipCodec;
import io.sightings.cameras.clip.ClipSpec;
import io.sightings.cameras.clip.LabClip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransportStreamTest {
  @Test
  void partsThatFollowOneAnotherFitTogether(@TempDir Path folder) throws IOException {
    ClipSpec spec = ClipSpec.of(ClipCodec.H264).size(160, 120).frames(20).gop(5).people(0);
    LabClip clip = new ClipCache(folder).get(spec);
    TransportStream whole = new TransportStream(clip);
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    for (int from = 0; from < 60; from += 5) {
      stream.writeBytes(whole.part(from, from + 5));
    }
    List<ByteBuffer> packets = packets(stream.toByteArray());
    Map<Integer, Integer> counters = new HashMap<>();
    List<Long> times = new ArrayList<>();
    for (ByteBuffer packet : packets) {
      assertThat(packet.get(0)).isEqualTo((byte) 0x47);
      int identifier = packet.getShort(1) & 0x1FFF;
      int counter = packet.get(3) & 0xF;
      Integer before = counters.put(identifier, counter);
      assertThat(counter).isEqualTo(before == null ? 0 : before + 1 & 0xF);
      if (identifier == 0x100 && (packet.get(1) & 0x40) != 0) {
        times.add(time(packet));
      }
    }
    assertThat(counters).containsOnlyKeys(0, 0x1000, 0x100);
    assertThat(times).hasSize(60);
    for (int i = 1; i < times.size(); i++) {
      assertThat(times.get(i) - times.get(i - 1)).isEqualTo(9000);
    }
  }

  private static List<ByteBuffer> packets(byte[] stream) {
    List<ByteBuffer> packets = new ArrayList<>();
    for (int at = 0; at < stream.length; at += 188) {
      packets.add(ByteBuffer.wrap(stream, at, 188).slice());
    }
    return packets;
  }

  /** The time of presentation (ISO/IEC 13818-1, section 2.4.3.7). */
  private static long time(ByteBuffer packet) {
    int header = 5 + (packet.get(4) & 0xFF);
    assertThat(packet.getInt(header)).isEqualTo(0x1E0);
    int at = header + 9;
    return (packet.get(at) >> 1 & 7L) << 30
        | (packet.getShort(at + 1) >> 1 & 0x7FFFL) << 15
        | packet.getShort(at + 3) >> 1 & 0x7FFFL;
  }
}
