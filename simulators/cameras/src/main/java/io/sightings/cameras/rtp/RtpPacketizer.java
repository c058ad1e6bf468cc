package io.sightings.cameras.rtp;

import io.sightings.cameras.clip.AccessUnit;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;

/** The packets of one sender (RFC 3550). Of one thread. */
public final class RtpPacketizer {
  /** Ticks of a video's clock in a second (RFC 6184 and RFC 7798, section 8.1 and 7.1). */
  public static final int CLOCK = 90_000;

  public static final int PAYLOAD_TYPE = 96;

  /** Seconds from 1900, where NTP's time begins, to 1970. */
  private static final long NTP_EPOCH = 2_208_988_800L;

  private static final byte[] NAME = "camera@lab".getBytes(StandardCharsets.US_ASCII);

  /** The name with its type, its length and at least one zero, in whole words. */
  private static final int NAME_ITEM = (2 + NAME.length) / 4 * 4 + 4;

  private final int source;
  private final int firstTimestamp;
  private int sequence;
  private int packets;
  private int bytes;

  public RtpPacketizer(Random random) {
    source = random.nextInt();
    firstTimestamp = random.nextInt();
    sequence = random.nextInt(1 << 16);
  }

  /**
   * The packets of one picture; the last one carries the marker.
   *
   * @param ticks when the picture was taken, in ticks of the video's clock
   */
  public List<byte[]> packets(RtpPayload payload, AccessUnit picture, long ticks) {
    List<byte[]> packets = new ArrayList<>();
    for (Iterator<byte[]> units = picture.units().iterator(); units.hasNext(); ) {
      for (Iterator<byte[]> parts = payload.cut(units.next()).iterator(); parts.hasNext(); ) {
        byte[] part = parts.next();
        packets.add(packet(part, ticks, !parts.hasNext() && !units.hasNext()));
      }
    }
    return packets;
  }

  /** RFC 3550, section 5.1. */
  private byte[] packet(byte[] payload, long ticks, boolean marker) {
    packets++;
    bytes += payload.length;
    return ByteBuffer.allocate(12 + payload.length)
        .put((byte) 0x80)
        .put((byte) (PAYLOAD_TYPE | (marker ? 0x80 : 0)))
        .putShort((short) sequence++)
        .putInt(timestamp(ticks))
        .putInt(source)
        .put(payload)
        .array();
  }

  /**
   * A sender report (RFC 3550, section 6.4.1) and who sends it (6.5): this moment of the video was
   * this time of day.
   */
  public byte[] senderReport(long ticks, Instant time) {
    long seconds = time.getEpochSecond() + NTP_EPOCH;
    long fraction = ((long) time.getNano() << 32) / 1_000_000_000L;
    ByteBuffer report = ByteBuffer.allocate(28 + 8 + NAME_ITEM);
    report.put((byte) 0x80).put((byte) 200).putShort((short) 6).putInt(source);
    report.putInt((int) seconds).putInt((int) fraction).putInt(timestamp(ticks));
    report.putInt(packets).putInt(bytes);
    report.put((byte) 0x81).put((byte) 202).putShort((short) (1 + NAME_ITEM / 4)).putInt(source);
    // CNAME; zeros end the list and fill the word.
    report.put((byte) 1).put((byte) NAME.length).put(NAME);
    return report.array();
  }

  private int timestamp(long ticks) {
    return firstTimestamp + (int) ticks;
  }

  /** The sequence number of the next packet. */
  public int nextSequence() {
    return sequence & 0xFFFF;
  }

  /** The timestamp in packets of that moment, unsigned. */
  public long rtpTime(long ticks) {
    return Integer.toUnsignedLong(timestamp(ticks));
  }
}
