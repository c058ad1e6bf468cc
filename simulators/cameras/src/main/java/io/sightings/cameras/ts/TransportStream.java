package io.sightings.cameras.ts;

import io.sightings.cameras.clip.AccessUnit;
import io.sightings.cameras.clip.ClipCodec;
import io.sightings.cameras.clip.LabClip;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * A clip, repeated for ever, as an MPEG transport stream (ISO/IEC 13818-1) with one video. Every
 * part of it can be asked for by itself, and parts that follow one another fit together.
 */
public final class TransportStream {
  private static final int CLOCK = 90_000;
  private static final int PACKET = 188;
  private static final int VIDEO = 0x100;

  /** The clock runs so far behind the pictures, in ticks: time for decoding. */
  private static final int DELAY = CLOCK / 2;

  /** Of the packet with which a picture begins: header, clock, and what precedes the picture. */
  private static final int FIRST_HEAD = 4 + 8 + 14;

  private static final int HEAD = 4;

  private final LabClip clip;

  /** How many packets there are before each picture of the clip, and in the end before the next. */
  private final long[] packets;

  public TransportStream(LabClip clip) {
    this.clip = clip;
    packets = new long[clip.frames() + 1];
    for (int i = 0; i < clip.frames(); i++) {
      int rest = Math.max(0, content(i).length - (PACKET - FIRST_HEAD));
      int most = PACKET - HEAD;
      packets[i + 1] = packets[i] + 1 + (rest + most - 1) / most;
    }
  }

  /**
   * Some pictures, with the tables in front.
   *
   * @param from the first, as in {@link LabClip#picture}
   * @param to behind the last
   */
  public byte[] part(long from, long to) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    // As many tables went before as there were parts, if all are of this length.
    int counter = (int) (from / (to - from) & 0xF);
    int type = clip.codec() == ClipCodec.H264 ? 0x1B : 0x24;
    stream.writeBytes(ProgramTables.programs(counter));
    stream.writeBytes(ProgramTables.program(counter, type, VIDEO));
    for (long ordinal = from; ordinal < to; ordinal++) {
      write(ordinal, stream);
    }
    return stream.toByteArray();
  }

  private void write(long ordinal, ByteArrayOutputStream stream) {
    ByteBuffer content = ByteBuffer.wrap(content(ordinal));
    long time = ordinal * CLOCK / clip.fps() + 2L * DELAY;
    int frames = clip.frames();
    long counter = ordinal / frames * packets[frames] + packets[clip.number(ordinal)];
    boolean key = clip.picture(ordinal).key();
    stream.writeBytes(first(counter, key, time, content));
    while (content.hasRemaining()) {
      stream.writeBytes(next(++counter, content));
    }
  }

  /** Carries the clock (2.4.3.4) and the beginning of the picture's own packet (2.4.3.6). */
  private static byte[] first(long counter, boolean key, long time, ByteBuffer content) {
    int stuffing = Math.max(0, PACKET - FIRST_HEAD - content.remaining());
    ByteBuffer packet = ByteBuffer.allocate(PACKET);
    head(packet, true, 0x30, counter);
    packet.put((byte) (7 + stuffing)).put((byte) (key ? 0x50 : 0x10));
    long clock = time - DELAY;
    packet.putInt((int) (clock >> 1)).putShort((short) ((clock & 1) << 15 | 0x7E00));
    stuff(packet, stuffing);
    packet.putInt(0x1E0).putShort((short) 0).put((byte) 0x80).put((byte) 0x80).put((byte) 5);
    packet.put((byte) (0x21 | time >> 29 & 0x0E));
    packet.putShort((short) (time >> 14 | 1)).putShort((short) (time << 1 | 1));
    return filled(packet, content);
  }

  private static byte[] next(long counter, ByteBuffer content) {
    int stuffing = Math.max(0, PACKET - HEAD - content.remaining());
    ByteBuffer packet = ByteBuffer.allocate(PACKET);
    head(packet, false, stuffing > 0 ? 0x30 : 0x10, counter);
    if (stuffing > 0) {
      packet.put((byte) (stuffing - 1));
      if (stuffing > 1) {
        packet.put((byte) 0);
        stuff(packet, stuffing - 2);
      }
    }
    return filled(packet, content);
  }

  private static void head(ByteBuffer packet, boolean begins, int control, long counter) {
    packet.put((byte) 0x47).putShort((short) (VIDEO | (begins ? 0x4000 : 0)));
    packet.put((byte) (control | counter & 0xF));
  }

  private static void stuff(ByteBuffer packet, int count) {
    for (int i = 0; i < count; i++) {
      packet.put((byte) 0xFF);
    }
  }

  private static byte[] filled(ByteBuffer packet, ByteBuffer content) {
    content.get(packet.array(), packet.position(), packet.remaining());
    return packet.array();
  }

  /** The picture in the byte stream format, behind the delimiter which is required there. */
  private byte[] content(long ordinal) {
    AccessUnit picture = clip.picture(ordinal);
    byte[] delimiter =
        clip.codec() == ClipCodec.H264
            ? new byte[] {0, 0, 0, 1, 9, (byte) 0xF0}
            : new byte[] {0, 0, 0, 1, 0x46, 1, 0x50};
    byte[] stream = picture.byteStream();
    return ByteBuffer.allocate(delimiter.length + stream.length).put(delimiter).put(stream).array();
  }
}
