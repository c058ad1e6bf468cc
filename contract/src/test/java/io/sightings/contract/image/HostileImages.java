package io.sightings.contract.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Valid pictures that cost a decoder far more than their bytes let expect. */
final class HostileImages {
  private static final int MAX_RUN = 32_767;
  private static final int LONG_RUN = 1 << 14;

  private HostileImages() {}

  /**
   * A black progressive JPEG, of which each scan behind the first repeats in some bytes that there
   * is nothing to add.
   *
   * @param components 1 or 3, each as large as the picture
   */
  static byte[] manyScans(int width, int height, int components, int scans) {
    int blocks = (width + 7) / 8 * ((height + 7) / 8);
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    jpeg.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD8});
    byte[] quantization = new byte[65];
    Arrays.fill(quantization, 1, 65, (byte) 1);
    segment(jpeg, 0xDB, quantization);
    ByteBuffer frame = ByteBuffer.allocate(6 + 3 * components).put((byte) 8);
    frame.putShort((short) height).putShort((short) width).put((byte) components);
    for (int i = 1; i <= components; i++) {
      frame.put((byte) i).put((byte) 0x11).put((byte) 0);
    }
    segment(jpeg, 0xC2, frame.array());
    // The code 0 is a difference of 0; the code 0 of coefficients is a long run of empty blocks,
    // the code 10 one empty block.
    segment(jpeg, 0xC4, table(0x00, 0x00, 0x01));
    segment(jpeg, 0xC4, table(0x10, 0xE0, 0x00));
    ByteBuffer first = ByteBuffer.allocate(4 + 2 * components).put((byte) components);
    for (int i = 1; i <= components; i++) {
      first.put((byte) i).put((byte) 0);
    }
    segment(jpeg, 0xDA, first.array());
    jpeg.writeBytes(new byte[(blocks * components + 7) / 8]);
    byte[] empty = emptyBlocks(blocks);
    for (int scan = 1; scan < scans; scan++) {
      byte component = (byte) (1 + scan % components);
      segment(jpeg, 0xDA, new byte[] {1, component, 0, 1, 63, 0});
      jpeg.writeBytes(empty);
    }
    jpeg.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD9});
    return jpeg.toByteArray();
  }

  private static byte[] table(int kind, int... symbols) {
    ByteBuffer table = ByteBuffer.allocate(17 + symbols.length);
    table.put((byte) kind).put((byte) 1).put((byte) 1).position(17);
    for (int symbol : symbols) {
      table.put((byte) symbol);
    }
    return table.array();
  }

  private static byte[] emptyBlocks(int blocks) {
    StringBuilder bits = new StringBuilder();
    int left = blocks;
    int runs = blocks < LONG_RUN ? 0 : (blocks + MAX_RUN - 1) / MAX_RUN;
    for (; runs > 0; runs--) {
      int run = left / runs;
      bits.append('0').append(Integer.toBinaryString(run).substring(1));
      left -= run;
    }
    bits.append("10".repeat(left));
    bits.append("1".repeat((8 - bits.length() % 8) % 8));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < bits.length(); i += 8) {
      int next = Integer.parseInt(bits.substring(i, i + 8), 2);
      bytes.write(next);
      if (next == 0xFF) {
        bytes.write(0);
      }
    }
    return bytes.toByteArray();
  }

  static void segment(ByteArrayOutputStream jpeg, int marker, byte[] data) {
    jpeg.write(0xFF);
    jpeg.write(marker);
    jpeg.write(data.length + 2 >> 8);
    jpeg.write(data.length + 2);
    jpeg.writeBytes(data);
  }

  /** A PNG of these chunks between its header (colours of 8 bits) and its end. */
  static byte[] png(int width, int height, byte[]... chunks) {
    byte[] header =
        ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8).put((byte) 2).array();
    return SampleImages.joined(
        "\u0089PNG\r\n\u001a\n".getBytes(ISO_8859_1),
        chunk("IHDR", header),
        SampleImages.joined(chunks),
        chunk("IEND", new byte[0]));
  }

  static byte[] chunk(String type, byte[] data) {
    byte[] name = type.getBytes(ISO_8859_1);
    CRC32 checksum = new CRC32();
    checksum.update(name);
    checksum.update(data);
    return ByteBuffer.allocate(12 + data.length)
        .putInt(data.length)
        .put(name)
        .put(data)
        .putInt((int) checksum.getValue())
        .array();
  }

  /** So many zeros, deflated. */
  static byte[] zeros(long count) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] some = new byte[1 << 16];
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(9))) {
      for (long left = count; left > 0; left -= some.length) {
        out.write(some, 0, (int) Math.min(left, some.length));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
