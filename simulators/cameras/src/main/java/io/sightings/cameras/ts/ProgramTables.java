package io.sightings.cameras.ts;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The tables of a transport stream with one programme (ISO/IEC 13818-1, section 2.4.4). */
final class ProgramTables {
  private static final int PACKET = 188;
  private static final int PROGRAM = 0x1000;

  private ProgramTables() {}

  /** Where the programme is described. */
  static byte[] programs(int counter) {
    return packet(
        0, counter, 0x00, new byte[] {0, 1, (byte) (0xE0 | PROGRAM >> 8), (byte) PROGRAM});
  }

  /**
   * What the programme consists of.
   *
   * @param type what the video is encoded as (table 2-34)
   * @param video its packets' identifier, which carry the clock too
   */
  static byte[] program(int counter, int type, int video) {
    byte high = (byte) (0xE0 | video >> 8);
    byte low = (byte) video;
    byte none = (byte) 0xF0;
    return packet(
        PROGRAM, counter, 0x02, new byte[] {high, low, none, 0, (byte) type, high, low, none, 0});
  }

  private static byte[] packet(int identifier, int counter, int table, byte[] content) {
    ByteBuffer section = ByteBuffer.allocate(12 + content.length);
    section.put((byte) table).putShort((short) (0xB000 | 9 + content.length));
    section.putShort((short) 1).put((byte) 0xC1).putShort((short) 0).put(content);
    section.putInt(checksum(Arrays.copyOf(section.array(), section.position())));
    byte[] packet = new byte[PACKET];
    Arrays.fill(packet, (byte) 0xFF);
    ByteBuffer.wrap(packet)
        .put((byte) 0x47)
        .putShort((short) (0x4000 | identifier))
        .put((byte) (0x10 | counter))
        .put((byte) 0)
        .put(section.array());
    return packet;
  }

  /** Annex A: the CRC of 32 bits that is not reflected. */
  private static int checksum(byte[] bytes) {
    int crc = -1;
    for (byte next : bytes) {
      crc ^= next << 24;
      for (int bit = 0; bit < 8; bit++) {
        crc = crc << 1 ^ (crc < 0 ? 0x04C11DB7 : 0);
      }
    }
    return crc;
  }
}
