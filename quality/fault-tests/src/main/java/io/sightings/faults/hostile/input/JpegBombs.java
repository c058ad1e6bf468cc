package io.sightings.faults.hostile.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** JPEGs that lie about themselves or cost more than they show. */
final class JpegBombs {
  private static final int MAX_SEGMENT = 65_533;
  private static final int BLOCK = 8;

  /** A square of it has less pixels than the product takes by default. */
  private static final int MAX_SIDE = 7000;

  private static final double LARGEST = 0.3;

  /** What one end-of-band run of 15 bits covers: 2^14 and the 14 bits 10101010101010. */
  private static final int RUN_BLOCKS = (1 << 14) + 0x2AAA;

  private JpegBombs() {}

  static byte[] hugeSides(byte[] jpeg, SeededChoices dice) {
    byte[] bytes = jpeg.clone();
    int frame = frame(bytes);
    ByteBuffer.wrap(bytes)
        .putShort(frame + 5, dice.<Integer>any(0, 1, 8000, 30_000, 65_535).shortValue())
        .putShort(frame + 7, dice.<Integer>any(0, 1, 8000, 30_000, 65_535).shortValue());
    return bytes;
  }

  /** Lossless, arithmetic, and hierarchical frames, and such as do not exist. */
  static byte[] otherFrame(byte[] jpeg, SeededChoices dice) {
    byte[] bytes = jpeg.clone();
    bytes[frame(bytes) + 1] = (byte) (0xC0 + dice.below(16));
    return bytes;
  }

  static byte[] components(byte[] jpeg, SeededChoices dice) {
    byte[] bytes = jpeg.clone();
    int frame = frame(bytes);
    bytes[frame + dice.between(9, 18)] = (byte) dice.edge();
    bytes[frame + 4] = dice.any((byte) 8, (byte) 12, (byte) 16, (byte) 0);
    return bytes;
  }

  static byte[] lyingSegment(byte[] jpeg, SeededChoices dice) {
    byte[] bytes = jpeg.clone();
    int at = 2;
    for (int i = dice.below(6); i > 0 && (bytes[at + 1] & 0xFF) != 0xDA; i--) {
      at += 2 + length(bytes, at);
    }
    ByteBuffer.wrap(bytes).putShort(at + 2, (short) dice.edge());
    return bytes;
  }

  /**
   * @param marker of the segments: E1 for EXIF, E2 for ICC
   */
  static byte[] largeMetadata(byte[] jpeg, int marker, SeededChoices dice) {
    int count = dice.size(1, 20);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < count; i++) {
      byte[] start =
          marker == 0xE1
              ? "Exif\0\0MM\0*\0\0\0\b".getBytes(ISO_8859_1)
              : ByteCorrupter.joined(
                  "ICC_PROFILE\0".getBytes(ISO_8859_1), new byte[] {(byte) i, (byte) count});
      byte[] body = Arrays.copyOf(start, Math.max(start.length, dice.size(20, MAX_SEGMENT)));
      all.writeBytes(segment(marker, body));
    }
    return afterStart(jpeg, all.toByteArray());
  }

  /** A directory whose entries all name the same bytes. */
  static byte[] repeatedExif(byte[] jpeg, SeededChoices dice) {
    int entries = dice.size(2, 5000);
    ByteBuffer tiff = ByteBuffer.allocate(65_000);
    tiff.put("Exif\0\0MM".getBytes(ISO_8859_1)).putShort((short) 42).putInt(8);
    tiff.putShort((short) entries);
    for (int i = 0; i < entries; i++) {
      tiff.putShort((short) (dice.chance(0.2) ? 0x8769 : 0x1000 + i));
      tiff.putShort((short) dice.between(1, 12)).putInt((int) dice.edge()).putInt(8);
    }
    return afterStart(jpeg, segment(0xE1, tiff.array()));
  }

  static byte[] manySegments(byte[] jpeg, SeededChoices dice) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = dice.size(10, 20_000); i > 0; i--) {
      all.writeBytes(segment(dice.any(0xFE, 0xE0, 0xEF, 0xDD), new byte[2]));
    }
    return afterStart(jpeg, all.toByteArray());
  }

  /** Valid, and each scan of some bytes makes the decoder walk through the whole picture. */
  static byte[] manyScans(SeededChoices dice) {
    int width = dice.chance(LARGEST) ? MAX_SIDE : dice.size(16, MAX_SIDE);
    int height = dice.chance(LARGEST) ? MAX_SIDE : dice.size(16, MAX_SIDE);
    return progressive(width, height, dice.size(2, 400), 1);
  }

  /** Valid, and the decoder keeps all its coefficients. */
  static byte[] largeProgressive(SeededChoices dice) {
    return progressive(dice.size(500, MAX_SIDE), dice.size(500, MAX_SIDE), 1, 3);
  }

  /** A picture of one colour whose blocks take a bit each, and empty scans. */
  private static byte[] progressive(int width, int height, int scans, int components) {
    int blocks = blocks(width) * blocks(height);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD8});
    byte[] quantisation = new byte[65];
    Arrays.fill(quantisation, 1, 65, (byte) 1);
    out.writeBytes(segment(0xDB, quantisation));
    ByteBuffer frame = ByteBuffer.allocate(6 + 3 * components);
    frame.put((byte) 8).putShort((short) height).putShort((short) width).put((byte) components);
    for (int i = 1; i <= components; i++) {
      frame.put((byte) i).put((byte) 0x11).put((byte) 0);
    }
    out.writeBytes(segment(0xC2, frame.array()));
    out.writeBytes(segment(0xC4, table(0x00, 0x00)));
    out.writeBytes(segment(0xC4, table(0x10, 0xE0)));
    ByteBuffer first = ByteBuffer.allocate(4 + 2 * components).put((byte) components);
    for (int i = 1; i <= components; i++) {
      first.put((byte) i).put((byte) 0);
    }
    out.writeBytes(segment(0xDA, first.array()));
    out.writeBytes(new byte[(blocks * components + 7) / 8]);
    byte[] scan =
        ByteCorrupter.joined(segment(0xDA, new byte[] {1, 1, 0, 1, 63, 0}), emptyScan(blocks));
    for (int i = 0; i < scans; i++) {
      out.writeBytes(scan);
    }
    out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD9});
    return out.toByteArray();
  }

  private static byte[] emptyScan(int blocks) {
    int bits = 15 * ((blocks + RUN_BLOCKS - 1) / RUN_BLOCKS);
    byte[] data = new byte[bits / 8 + 1];
    for (int bit = 0; bit < 8 * data.length; bit++) {
      boolean one = bit >= bits || bit % 15 % 2 == 1;
      data[bit / 8] |= (byte) (one ? 0x80 >> bit % 8 : 0);
    }
    return data;
  }

  private static int blocks(int side) {
    return (side + BLOCK - 1) / BLOCK;
  }

  /** A Huffman table with one symbol, which takes one bit. */
  private static byte[] table(int id, int symbol) {
    byte[] table = new byte[18];
    table[0] = (byte) id;
    table[1] = 1;
    table[17] = (byte) symbol;
    return table;
  }

  private static byte[] segment(int marker, byte[] body) {
    return ByteBuffer.allocate(4 + body.length)
        .put((byte) 0xFF)
        .put((byte) marker)
        .putShort((short) (2 + body.length))
        .put(body)
        .array();
  }

  private static byte[] afterStart(byte[] jpeg, byte[] segments) {
    return ByteCorrupter.joined(
        Arrays.copyOf(jpeg, 2), segments, Arrays.copyOfRange(jpeg, 2, jpeg.length));
  }

  /** Where the frame header begins. */
  private static int frame(byte[] jpeg) {
    int at = 2;
    while ((jpeg[at + 1] & 0xFF) != 0xC0 && (jpeg[at + 1] & 0xFF) != 0xC2) {
      at += 2 + length(jpeg, at);
    }
    return at;
  }

  private static int length(byte[] jpeg, int segment) {
    return ByteBuffer.wrap(jpeg).getShort(segment + 2) & 0xFFFF;
  }
}
